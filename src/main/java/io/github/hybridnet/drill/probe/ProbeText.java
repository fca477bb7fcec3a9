package io.github.hybridnet.drill.probe;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A probe as text, cut into its name, its scheme and the rest.
 *
 * @param name the name before the equals sign; empty when there is none
 * @param scheme what is before the first colon, in lower case
 * @param rest what follows it
 */
record ProbeText(String name, String scheme, String rest) {
  /** An equals sign before the first colon can only belong to a name. */
  private static final Pattern FORM = Pattern.compile("(?:([^:=]*)=)?([^:]*):(.*)", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Pattern KNOWN =
      Pattern.compile("(?:[^=]*=)?(?i:tcp|https?|icmp|command)\\s*");

  static ProbeText of(String text) throws ProbeSyntaxException {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new ProbeSyntaxException("it must begin with tcp:, http:, https:, icmp: or command:");
    }
    String name = matcher.group(1) == null ? "" : matcher.group(1).strip();
    if (matcher.group(1) != null && !NAME.matcher(name).matches()) {
      throw new ProbeSyntaxException(
          "the name before = must have 1 to 64 letters, digits, dots, hyphens or underscores, and"
              + " must begin with a letter or digit");
    }
    return new ProbeText(name, matcher.group(2).strip().toLowerCase(Locale.ROOT), matcher.group(3));
  }

  /**
   * What can be shown of a text that may be malformed. Nobody knows where a secret begins in one,
   * so it shows less than it could.
   */
  static String shown(String text) {
    String plain = text.strip().replaceAll("\\p{Cntrl}", " ");
    int colon = plain.indexOf(':');
    if (colon < 0) {
      return plain.replaceFirst("[=@?#\\s].*", "…");
    }
    String rest = plain.substring(colon + 1).strip();
    boolean certain = KNOWN.matcher(plain.substring(0, colon)).matches() && !rest.contains("@");
    return plain.substring(0, colon + 1) + (certain ? rest.replaceFirst("[?#\\s].*", "…") : "…");
  }
}
