package org.jieti.server.assessments.web;

import java.util.List;
import org.jieti.report.view.LevelMark;
import org.jieti.server.assessments.CaseHead;

/// 材料清单: the documents that the criteria of an assessment ask for, to hand to those who have
/// them. One sheet a group.
///
/// @param isByPerson whether a group is what one person is asked for, rather than a domain
/// @param hasParts whether parts have been given to anybody, so that it can be
record MaterialsPage(CaseHead head, boolean isByPerson, boolean hasParts, List<Group> groups) {
    MaterialsPage {
        groups = List.copyOf(groups);
    }

    /// A sheet.
    ///
    /// @param title a domain, or a person; empty for what nobody is asked for
    /// @param dueOn the day by which the person is asked
    record Group(String title, String dueOn, List<Section> sections) {
        Group {
            sections = List.copyOf(sections);
        }

        /// How many documents it asks for.
        public int count() {
            return sections.stream().mapToInt(section -> section.lines().size()).sum();
        }
    }

    /// What one indicator asks for.
    record Section(String domain, String name, List<Line> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    /// A document, with the criteria that it would show.
    record Line(String text, List<Shows> shows) {
        Line {
            shows = List.copyOf(shows);
        }
    }

    /// A criterion.
    record Shows(String id, String name, LevelMark level) {}
}
