package io.github.hybridnet.model;

import java.util.regex.Pattern;

/**
 * The text that is left where a variable was to be put in and nobody knew it: Azure Pipelines
 * leaves {@code $(name)}, Maven <code>${name}</code>, GitLab {@code $NAME}. A text of this form is
 * no value. As a secret it would be one that anybody can guess.
 */
public final class UnreplacedVariable {
  private static final Pattern FORM =
      Pattern.compile("\\$\\([\\w.-]+\\)|\\$\\{[\\w.-]+}|\\$[A-Z][A-Z0-9]*_[A-Z0-9_]*");

  private UnreplacedVariable() {}

  /** Whether a text is nothing but such a variable; spaces around it do not count. */
  public static boolean is(String text) {
    return FORM.matcher(text.strip()).matches();
  }
}
