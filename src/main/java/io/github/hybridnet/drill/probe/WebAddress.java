package io.github.hybridnet.drill.probe;

import io.github.hybridnet.model.HostAddress;
import java.net.IDN;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an address that follow its scheme. {@link java.net.URI} refuses host names with
 * underscores, and says what is wrong in a sentence that repeats everything.
 *
 * @param userInfo what is before the at sign, or empty
 * @param host a name, or an address without brackets
 * @param port as written; 0 when it is not there
 * @param path with its leading slash, or empty
 * @param query with its leading question mark, or empty
 * @param fragment without its number sign, or empty
 */
record WebAddress(
    String userInfo, String host, int port, String path, String query, String fragment) {
  private static final Pattern FORM =
      Pattern.compile("//([^/?#]*)(/[^?#]*)?(\\?[^#]*)?(?:#(.*))?", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(.*)@)?(\\[[^\\]]*]|[^:\\[\\]]*)(?::(.*))?", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
  private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

  static WebAddress of(String rest) throws ProbeSyntaxException {
    Matcher form = FORM.matcher(rest.strip());
    if (!form.matches()) {
      throw new ProbeSyntaxException("two slashes must follow the colon");
    }
    Matcher authority = AUTHORITY.matcher(form.group(1));
    if (!authority.matches()) {
      throw new ProbeSyntaxException(
          "after // a host and a port must follow. Write an IPv6 address in brackets");
    }
    return new WebAddress(
        given(authority.group(1)),
        host(authority.group(2)),
        port(authority.group(3)),
        given(form.group(2)),
        given(form.group(3)),
        given(form.group(4)));
  }

  /** Neither user, path, query nor fragment. */
  boolean isBare() {
    return userInfo.isEmpty()
        && (path.isEmpty() || path.equals("/"))
        && query.isEmpty()
        && fragment.isEmpty();
  }

  /** Host and port as they were written, without the user. */
  String shown() {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return port == 0 ? bracketed : bracketed + ":" + port;
  }

  private static String given(@Nullable String group) {
    return group == null ? "" : group;
  }

  private static String host(String text) throws ProbeSyntaxException {
    if (text.startsWith("[")) {
      HostAddress hostAddress = new HostAddress(text.substring(1, text.length() - 1));
      if (!hostAddress.isWellFormed() || hostAddress.isIpv4()) {
        throw new ProbeSyntaxException("the text in brackets must be an IPv6 address");
      }
      return hostAddress.text();
    }
    String host = ascii(text);
    boolean good =
        DIGITS.matcher(host).matches()
            ? new HostAddress(host).isIpv4()
            : NAME.matcher(host).matches();
    if (!good) {
      throw new ProbeSyntaxException(
          text.isEmpty() ? "the host is missing" : "the host must be a name or an IP address");
    }
    return host;
  }

  private static String ascii(String host) throws ProbeSyntaxException {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      throw new ProbeSyntaxException("the host must be a name or an IP address");
    }
  }

  private static int port(@Nullable String text) throws ProbeSyntaxException {
    if (text == null) {
      return 0;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new ProbeSyntaxException("the port must be a number from 1 to 65535");
    }
    return port;
  }
}
