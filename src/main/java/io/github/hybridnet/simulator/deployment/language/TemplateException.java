package io.github.hybridnet.simulator.deployment.language;

/** Something in a template is wrong; the message is the sentence that Azure puts in quotes. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String sentence) {
    super(sentence);
  }

  /** The message of this exception, as one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
