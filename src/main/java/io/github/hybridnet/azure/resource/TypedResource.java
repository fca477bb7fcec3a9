package io.github.hybridnet.azure.resource;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource, by one of the SDK's models: the model knows what is writable, the facts are
 * what is not.
 *
 * @param parser makes the model from JSON
 * @param getter reads it
 * @param putter writes it
 * @param facts what only the service says
 * @param serviceOwned paths that the model takes for writable, although the service decides them
 */
record TypedResource<T extends JsonSerializable<?>>(
    Parser<T> parser,
    Function<ResourceKey, T> getter,
    Putter<T> putter,
    Function<T, Facts> facts,
    Set<String> serviceOwned)
    implements ResourceClient {

  /** Makes a model from JSON. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(JsonReader reader) throws IOException;
  }

  /** Begins a write. */
  @FunctionalInterface
  interface Putter<T> {
    Accepted put(ResourceKey key, T model, @Nullable String etag);
  }

  @Override
  public ActualResource get(ResourceKey key) {
    T model = getter.apply(key);
    Facts known = facts.apply(model);
    Set<String> hidden = new HashSet<>(serviceOwned);
    hidden.add("id");
    return new ActualResource(
        named(key, known.name()),
        known.etag(),
        known.state(),
        Bodies.without(JsonTree.of(model), hidden),
        known.observed());
  }

  private static ResourceKey named(ResourceKey key, @Nullable String name) {
    if (name == null) {
      return key;
    }
    String full =
        key.type() == ResourceType.PEERING
            ? key.name().substring(0, key.name().indexOf('/') + 1) + name
            : name;
    return new ResourceKey(key.subscriptionId(), key.resourceGroup(), key.type(), full);
  }

  @Override
  public Accepted put(ResourceKey key, Map<String, Object> body, @Nullable String etag) {
    T model = parsed(JsonTree.write(body));
    KnownProperties.require(key, body, JsonTree.of(model));
    return putter.put(key, model, etag);
  }

  private T parsed(String json) {
    try (JsonReader reader = JsonProviders.createReader(json)) {
      return parser.parse(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
