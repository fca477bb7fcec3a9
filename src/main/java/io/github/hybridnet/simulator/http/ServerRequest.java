package io.github.hybridnet.simulator.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as the simulator received it.
 *
 * @param method in upper case
 * @param target path and query as they were sent
 * @param base the address by which the client reached the server, without a slash at the end; links
 *     in answers begin with it
 * @param headers by lower-case name
 * @param body empty if there is none
 */
public record ServerRequest(
    String method, Target target, String base, Map<String, String> headers, byte[] body) {

  public ServerRequest {
    headers = Map.copyOf(headers);
  }

  /** Path and query as they were sent, still escaped; they are decoded once. */
  public static final class Target {
    private final String path;
    private final String query;
    private final List<String> segments;
    private final Map<String, String> parameters;

    /**
     * Creates a target from its two parts.
     *
     * @param path begins with a slash
     * @param query empty if there is none
     */
    public Target(String path, String query) {
      this.path = path;
      this.query = query;
      this.segments = List.copyOf(ServerRequest.segments(path));
      this.parameters = Collections.unmodifiableMap(QueryString.parse(query));
    }

    public String path() {
      return path;
    }

    String query() {
      return query;
    }
  }

  /** The decoded segments of the path; empty ones, from double slashes, are left out. */
  public List<String> segments() {
    return target.segments;
  }

  /** The decoded segments of an escaped path. */
  public static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty()) {
        // A plus sign in a path is itself, unlike in a query.
        segments.add(QueryString.decode(segment.replace("+", "%2B")));
      }
    }
    return segments;
  }

  /** The decoded query parameters. */
  public Map<String, String> query() {
    return target.parameters;
  }

  /** The value of a header, without regard to case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The token of {@code Authorization: Bearer …}. */
  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip())
        .filter(token -> !token.isEmpty());
  }

  /** Method and path only: a body, a token or a query may be secret. */
  @Override
  public String toString() {
    return method + " " + target.path();
  }
}
