package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.probe.ProbeSpec.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Makes the request of an HTTP probe out of its address. */
final class HttpRequestFactory {
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]*");
  private static final String STATUS = "status=";
  private static final String UNCHECKED = "certificate=unchecked";

  private HttpRequestFactory() {}

  static Request of(boolean tls, WebAddress address) throws ProbeSyntaxException {
    OptionalInt status = OptionalInt.empty();
    boolean unchecked = false;
    for (String option : address.fragment().split("&")) {
      if (option.startsWith(STATUS)) {
        status = OptionalInt.of(status(option.substring(STATUS.length())));
      } else if (option.equals(UNCHECKED) && tls) {
        unchecked = true;
      } else if (!option.isEmpty()) {
        throw new ProbeSyntaxException(
            "after # must follow status=CODE" + (tls ? ", " + UNCHECKED + " or both with &" : ""));
      }
    }
    return new Request(tls, unchecked, text(address), status);
  }

  private static int status(String text) throws ProbeSyntaxException {
    if (!text.matches("[2-5][0-9]{2}")) {
      throw new ProbeSyntaxException("status= needs one code from 200 to 599");
    }
    return Integer.parseInt(text);
  }

  private static String text(WebAddress address) throws ProbeSyntaxException {
    String target = (address.path().isEmpty() ? "/" : address.path()) + address.query();
    if (!PRINTABLE.matcher(target).matches()) {
      throw new ProbeSyntaxException(
          "spaces and other special characters in path and query must be percent-encoded");
    }
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: "
        + address.shown()
        + "\r\nUser-Agent: hybridnet-maven-plugin\r\nAccept: */*\r\n"
        + authorization(address.userInfo())
        + "Connection: close\r\n\r\n";
  }

  private static String authorization(String userInfo) throws ProbeSyntaxException {
    if (userInfo.isEmpty()) {
      return "";
    }
    try {
      // A plus sign stands for itself here, unlike in forms.
      byte[] user =
          URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8)
              .getBytes(StandardCharsets.UTF_8);
      return "Authorization: Basic " + Base64.getEncoder().encodeToString(user) + "\r\n";
    } catch (IllegalArgumentException e) {
      throw new ProbeSyntaxException(
          "in the user before @, each % must be followed by two hexadecimal digits");
    }
  }
}
