package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How stored resources look to clients, remembered while they stay what they are: a stored resource
 * is never changed, only replaced, and clients that poll ask for the same one many times. When too
 * much is remembered, all of it is forgotten.
 */
final class Views {
  /** Bytes of bodies; as trees they take several times as much. */
  private static final long LIMIT = 4 << 20;

  private static final byte[] BEGIN = "{\"value\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  private final Map<Key, Shown> known = new ConcurrentHashMap<>();
  private final AtomicLong size = new AtomicLong();

  private record Key(String id, Occasion occasion, String apiVersion) {}

  /** What a stored resource looks like; nobody may change the body. */
  private record Shown(ObjectNode stored, ObjectNode body, byte[] bytes) {}

  /** The answer that shows a stored resource or inline child. */
  Response one(ResourceType type, ObjectNode stored, Look look) {
    Shown shown = show(type, stored, look);
    return Response.json(200, shown.body(), shown.bytes());
  }

  /** The answer that lists stored resources or inline children of a type. */
  Response list(ResourceType type, List<ObjectNode> stored, Look look) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    bytes.writeBytes(BEGIN);
    for (ObjectNode each : stored) {
      Shown shown = show(type, each, look);
      if (!value.isEmpty()) {
        bytes.write(',');
      }
      value.add(shown.body());
      bytes.writeBytes(shown.bytes());
    }
    bytes.writeBytes(END);
    return Response.json(200, body, bytes.toByteArray());
  }

  // Comparing all of a resource would cost more than is saved.
  @SuppressWarnings("ReferenceEquality")
  private Shown show(ResourceType type, ObjectNode stored, Look look) {
    if (type.view().timed()) {
      return made(type, stored, look);
    }
    Key key = new Key(stored.path("id").asText(), look.occasion(), look.apiVersion());
    Shown before = known.get(key);
    if (before != null && before.stored() == stored) {
      return before;
    }
    Shown shown = made(type, stored, look);
    remember(key, shown);
    return shown;
  }

  private static Shown made(ResourceType type, ObjectNode stored, Look look) {
    ObjectNode body = type.view().show(stored.deepCopy(), look);
    return new Shown(stored, body, Json.bytes(body));
  }

  private void remember(Key key, Shown shown) {
    Shown before = known.put(key, shown);
    int freed = before == null ? 0 : before.bytes().length;
    if (size.addAndGet(shown.bytes().length - freed) > LIMIT) {
      known.clear();
      size.set(0);
    }
  }
}
