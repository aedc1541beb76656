package org.jieti.core.model;

/// The languages in which every text of a model exists.
public enum Language {
    ZH,
    EN
}
