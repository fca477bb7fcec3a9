package io.github.hybridnet.maven;

import io.github.hybridnet.app.Confirmation;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The common part of the goals that remove or interrupt something, and need a confirmation. */
abstract class ConfirmedMojo extends WritingMojo {

  /**
   * Whether {@code destroy} and {@code test-failover} fail when they are not confirmed. By default
   * they show what they would do, change nothing, and succeed.
   */
  @Parameter(property = "hybridnet.requireConfirmation", defaultValue = "false")
  private boolean requireConfirmation;

  ConfirmedMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  /**
   * The confirmation that the user gave, or that is missing.
   *
   * @param given the name that was given, or null
   */
  final Confirmation confirmation(@Nullable String given) {
    return new Confirmation(given, requireConfirmation, isDryRun());
  }
}
