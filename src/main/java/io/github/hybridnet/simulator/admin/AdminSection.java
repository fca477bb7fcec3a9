package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group of admin endpoints. */
@FunctionalInterface
public interface AdminSection {

  /**
   * Answers a request that has the admin token; empty if it is not for this section.
   *
   * @param call method and path after {@code _simulator/}, for example {@code GET requests}
   * @param serverRequest the whole request
   * @param body its JSON; null if it has none
   */
  Optional<ServerResponse> serve(String call, ServerRequest serverRequest, @Nullable JsonNode body);
}
