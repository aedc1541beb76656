package org.jieti.core.crosswalk;

/// How firmly a link rests on the texts of the criteria that it joins.
public enum LinkStanding {
    /// The anchors say it: who has earned the rating on one side has shown what the other side asks
    /// for.
    EVIDENT,
    /// The same is asked, but the anchors differ in a detail, such as a period or a count, which an
    /// assessor looks at.
    JUDGED
}
