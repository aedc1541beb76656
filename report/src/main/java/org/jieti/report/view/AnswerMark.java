package org.jieti.report.view;

/// An answer in a word, with the shape that stands beside it.
///
/// @param shape `full`, `most`, `part`, `none`, `settled`, `open`, `insufficient` or `na`
public record AnswerMark(String text, String shape) {}
