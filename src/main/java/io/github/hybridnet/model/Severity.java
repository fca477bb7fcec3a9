package io.github.hybridnet.model;

/** How much a finding weighs. */
public enum Severity {
  /** The declaration cannot be deployed, or would not do what it is for. */
  ERROR,
  /** It can be deployed, but the user should know. */
  WARNING,
  /** The user should know, but nothing is wrong. */
  INFO
}
