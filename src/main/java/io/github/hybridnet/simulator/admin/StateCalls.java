package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The admin calls on everything at once: forgetting it, keeping it under a name, and going back to
 * what was kept. What is kept stays in memory, for as long as the simulator runs.
 */
public final class StateCalls {
  private final Remembered remembered;
  private final Map<String, ObjectNode> kept = new ConcurrentHashMap<>();

  /** What the simulator remembers. */
  public interface Remembered {

    /** All of it. */
    ObjectNode read();

    /** Replaces all of it by what {@link #read} returned. */
    void replace(ObjectNode document);

    /** Forgets all of it, and the requests too. */
    void forget();
  }

  public StateCalls(Remembered remembered) {
    this.remembered = remembered;
  }

  /** Serves a call; empty if it is another one. */
  Optional<Response> serve(String method, List<String> path) {
    if (method.equals("POST") && path.equals(List.of("reset"))) {
      remembered.forget();
      return Optional.of(Response.json(200, Json.object()));
    }
    if (path.isEmpty() || !path.get(0).equals("snapshots")) {
      return Optional.empty();
    }
    if (method.equals("PUT") && path.size() == 2) {
      return Optional.of(keep(path.get(1)));
    }
    boolean restores = path.size() == 3 && path.get(2).equals("restore");
    return method.equals("POST") && restores ? Optional.of(restore(path.get(1))) : Optional.empty();
  }

  private Response keep(String name) {
    kept.put(name, remembered.read());
    return Response.json(200, Json.object().put("name", name));
  }

  private Response restore(String name) {
    ObjectNode document = kept.get(name);
    if (document == null) {
      ObjectNode body = Json.object();
      body.putObject("error")
          .put("code", "NotFound")
          .put("message", "No snapshot is named '" + name + "'.");
      return Response.json(404, body);
    }
    remembered.replace(document.deepCopy());
    return Response.json(200, Json.object().put("name", name));
  }
}
