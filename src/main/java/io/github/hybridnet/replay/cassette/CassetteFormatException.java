package io.github.hybridnet.replay.cassette;

/** A file is no cassette, or one that cannot be read. Its message says why, as a clause. */
public final class CassetteFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param why a clause such as {@code it has no interactions}
   */
  public CassetteFormatException(String why) {
    super(why);
  }
}
