package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.probe.ProbeSpec.Command;
import io.github.hybridnet.drill.probe.ProbeSpec.Endpoint;
import io.github.hybridnet.drill.probe.ProbeSpec.Http;
import io.github.hybridnet.drill.probe.ProbeSpec.Icmp;
import io.github.hybridnet.drill.probe.ProbeSpec.Tcp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads probes as users write them. */
public final class ProbeParser {
  private ProbeParser() {}

  /**
   * The probes, in the order in which they are written.
   *
   * @param written such as {@code tcp://10.20.1.4:443} or {@code web=https://app.example/health};
   *     blank ones are left out
   * @throws io.github.hybridnet.text.UserException HN5050 with everything that is wrong
   */
  public static List<ProbeSpec> parse(List<@Nullable String> written) {
    List<String> texts =
        written.stream().filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    Map<String, ProbeSpec> specs = new LinkedHashMap<>();
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String place = "probe " + (i + 1) + " ('" + ProbeText.shown(texts.get(i)) + "'): ";
      try {
        ProbeSpec spec = one(texts.get(i));
        if (specs.putIfAbsent(spec.name(), spec) != null) {
          mistakes.add(place + "another probe has the same name '" + spec.name() + "'");
        }
      } catch (ProbeSyntaxException e) {
        mistakes.add(place + e.getMessage());
      }
    }
    if (!mistakes.isEmpty()) {
      throw ProbeProblems.malformed(mistakes);
    }
    return List.copyOf(specs.values());
  }

  private static ProbeSpec one(String text) throws ProbeSyntaxException {
    ProbeText probeText = ProbeText.of(text);
    return switch (probeText.scheme()) {
      case "tcp" -> tcp(probeText);
      case "http" -> http(probeText, false);
      case "https" -> http(probeText, true);
      case "icmp" -> icmp(probeText);
      case "command" -> command(probeText);
      default ->
          throw new ProbeSyntaxException(
              "it must begin with tcp:, http:, https:, icmp: or command:");
    };
  }

  private static ProbeSpec tcp(ProbeText probeText) throws ProbeSyntaxException {
    WebAddress address = WebAddress.of(probeText.rest());
    if (!address.isBare()) {
      throw new ProbeSyntaxException("after tcp:// only a host and a port are allowed");
    }
    if (address.port() == 0) {
      throw new ProbeSyntaxException("the port is missing");
    }
    String shown = "tcp://" + address.shown();
    return new Tcp(name(probeText, shown), shown, new Endpoint(address.host(), address.port()));
  }

  private static ProbeSpec http(ProbeText probeText, boolean tls) throws ProbeSyntaxException {
    WebAddress address = WebAddress.of(probeText.rest());
    int port = address.port() != 0 ? address.port() : tls ? 443 : 80;
    String shown = probeText.scheme() + "://" + address.shown() + address.path();
    return new Http(
        name(probeText, shown),
        shown,
        new Endpoint(address.host(), port),
        HttpRequestFactory.of(tls, address));
  }

  private static ProbeSpec icmp(ProbeText probeText) throws ProbeSyntaxException {
    WebAddress address = WebAddress.of(probeText.rest());
    if (!address.isBare() || address.port() != 0) {
      throw new ProbeSyntaxException("after icmp:// only a host is allowed");
    }
    String shown = "icmp://" + address.shown();
    return new Icmp(name(probeText, shown), shown, address.host());
  }

  /** Arguments may hold anything, so that only the program is shown. */
  private static ProbeSpec command(ProbeText probeText) throws ProbeSyntaxException {
    List<String> words = CommandLineParser.of(probeText.rest());
    String shown = "command:" + words.get(0) + (words.size() == 1 ? "" : " …");
    return new Command(name(probeText, shown), shown, words);
  }

  private static String name(ProbeText probeText, String shown) {
    return probeText.name().isEmpty() ? shown : probeText.name();
  }
}
