package io.github.hybridnet.drill.path;

import io.github.hybridnet.arm.CloudException;

/** How it is told that a question was not answered. */
public final class ReadFailureText {
  private ReadFailureText() {}

  /**
   * The sentence, with Azure's code and request id.
   *
   * @param what was asked for, such as {@code The learned routes of virtual network gateway gw}
   */
  public static String of(String what, CloudException failure) {
    return what + " cannot be read: " + failure.inWords() + ".";
  }
}
