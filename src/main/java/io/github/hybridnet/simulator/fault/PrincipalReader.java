package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.StandardHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sends a request, as far as its token says it; everybody else is the one application. */
final class PrincipalReader {
  private final String application;

  PrincipalReader(String application) {
    this.application = application;
  }

  /** What throttling wants to know of a request; null if it does not count. */
  ThrottlingBuckets.@Nullable CountedRequest counted(ServerRequest serverRequest, FaultCall call) {
    List<String> path = serverRequest.segments();
    boolean counts = !call.kind().special() && path.size() > 1;
    if (!counts || !path.get(0).equalsIgnoreCase("subscriptions")) {
      return null;
    }
    boolean network =
        path.stream().anyMatch(segment -> segment.equalsIgnoreCase("Microsoft.Network"));
    return new ThrottlingBuckets.CountedRequest(
        path.get(1).toLowerCase(Locale.ROOT),
        serverRequest.bearer().flatMap(PrincipalReader::claimed).orElse(application),
        StandardHeaders.kind(serverRequest.method()),
        network);
  }

  private static Optional<String> claimed(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode claims = JsonCodec.parse(Base64.getUrlDecoder().decode(parts[1]));
      return Optional.of(claims.path("oid").asText()).filter(oid -> !oid.isBlank());
    } catch (IllegalArgumentException | JsonCodec.BadJsonException e) {
      return Optional.empty();
    }
  }
}
