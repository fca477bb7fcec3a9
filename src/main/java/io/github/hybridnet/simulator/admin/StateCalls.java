package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The admin calls on the whole state: reset, save under a name, and restore. Saved states are in
 * memory until the simulator stops.
 */
public final class StateCalls implements AdminSection {
  private final ResettableState resettableState;
  private final Map<String, ObjectNode> kept = new ConcurrentHashMap<>();

  /** What the simulator remembers. */
  public interface ResettableState {

    /** The whole state as JSON. */
    ObjectNode read();

    /** Replaces all of it by what {@link #read} returned. */
    void replace(ObjectNode document);

    /**
     * Forgets all of it, and the requests too. If it cannot, it changes nothing and returns the
     * reason.
     */
    Optional<String> forget();
  }

  public StateCalls(ResettableState resettableState) {
    this.resettableState = resettableState;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    if (call.equals("POST reset")) {
      return Optional.of(
          resettableState
              .forget()
              .map(why -> AdminErrors.error(409, "NotForgotten", why))
              .orElseGet(() -> ServerResponse.json(200, JsonCodec.object())));
    }
    List<String> path = serverRequest.segments().subList(1, serverRequest.segments().size());
    if (path.size() < 2 || !path.get(0).equals("snapshots")) {
      return Optional.empty();
    }
    String name = path.get(1);
    String verb = serverRequest.method() + path.subList(2, path.size());
    return switch (verb) {
      case "PUT[]" -> Optional.of(keep(name));
      case "POST[restore]" -> Optional.of(restore(name));
      default -> Optional.empty();
    };
  }

  private ServerResponse keep(String name) {
    kept.put(name, resettableState.read());
    return ServerResponse.json(200, JsonCodec.object().put("name", name));
  }

  private ServerResponse restore(String name) {
    ObjectNode document = kept.get(name);
    if (document == null) {
      return AdminErrors.error(404, "NotFound", "No snapshot is named '" + name + "'.");
    }
    resettableState.replace(document.deepCopy());
    return ServerResponse.json(200, JsonCodec.object().put("name", name));
  }
}
