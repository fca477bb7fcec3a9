package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches how stored resources look to clients, who ask for the same one many times. A stored
 * resource is never changed, only replaced. A cache that is full is cleared.
 */
public final class ViewCache {
  /** Bytes of bodies; as trees they take several times as much. */
  private static final long LIMIT = 4 << 20;

  private static final byte[] BEGIN = "{\"value\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  private final Map<Key, CachedView> known = new ConcurrentHashMap<>();
  private final AtomicLong size = new AtomicLong();

  private record Key(String id, Occasion occasion, String apiVersion, VariantChoice variants) {}

  /** What a stored resource looks like; nobody may change the body. */
  private record CachedView(ObjectNode stored, ObjectNode body, byte[] bytes) {}

  /** The answer that shows a stored resource or inline child. */
  public ServerResponse one(
      ResourceTypeDefinition type, ObjectNode stored, ViewContext viewContext) {
    CachedView cachedView = show(type, stored, viewContext);
    return ServerResponse.json(200, cachedView.body(), cachedView.bytes());
  }

  /** The answer that lists stored resources or inline children of a type. */
  public ServerResponse list(
      ResourceTypeDefinition type, List<ObjectNode> stored, ViewContext viewContext) {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    bytes.writeBytes(BEGIN);
    for (ObjectNode each : stored) {
      CachedView cachedView = show(type, each, viewContext);
      if (!value.isEmpty()) {
        bytes.write(',');
      }
      value.add(cachedView.body());
      bytes.writeBytes(cachedView.bytes());
    }
    bytes.writeBytes(END);
    return ServerResponse.json(200, body, bytes.toByteArray());
  }

  // Comparing all of a resource would cost more than is saved.
  @SuppressWarnings("ReferenceEquality")
  private CachedView show(ResourceTypeDefinition type, ObjectNode stored, ViewContext viewContext) {
    if (type.view().timed()) {
      return made(type, stored, viewContext);
    }
    Key key =
        new Key(
            stored.path("id").asText(),
            viewContext.occasion(),
            viewContext.apiVersion(),
            viewContext.variants());
    CachedView before = known.get(key);
    if (before != null && before.stored() == stored) {
      return before;
    }
    CachedView cachedView = made(type, stored, viewContext);
    remember(key, cachedView);
    return cachedView;
  }

  private static CachedView made(
      ResourceTypeDefinition type, ObjectNode stored, ViewContext viewContext) {
    ObjectNode body = type.view().show(stored.deepCopy(), viewContext);
    return new CachedView(stored, body, JsonCodec.bytes(body));
  }

  private void remember(Key key, CachedView cachedView) {
    CachedView before = known.put(key, cachedView);
    int freed = before == null ? 0 : before.bytes().length;
    if (size.addAndGet(cachedView.bytes().length - freed) > LIMIT) {
      known.clear();
      size.set(0);
    }
  }
}
