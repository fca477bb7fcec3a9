package io.github.hybridnet.azure.resource;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.ArmRequests.Parser;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.ResourceKey;
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
 * @param version of Azure's interface, for which the model was made
 * @param parser makes the model from JSON
 * @param facts what only the service says
 * @param serviceOwned paths that the model takes for writable, although the service decides them
 */
record ModelledType<T extends JsonSerializable<?>>(
    ApiVersion version, Parser<T> parser, Function<T, Facts> facts, Set<String> serviceOwned) {

  /** The resource as it stands, its secrets in clear. */
  ActualResource read(ArmRequests requests, ResourceKey key) {
    T model = requests.get(key.id(), version, parser);
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

  /**
   * The JSON that is written for a body with its secrets in clear.
   *
   * @throws IllegalArgumentException when the model does not know a property
   */
  String written(ResourceKey key, Map<String, Object> body) {
    Map<String, Object> known = JsonTree.of(parsed(JsonTree.write(body)));
    KnownProperties.require(key, body, known);
    return JsonTree.write(known);
  }

  private static ResourceKey named(ResourceKey key, @Nullable String name) {
    if (name == null) {
      return key;
    }
    String full = key.name().substring(0, key.name().lastIndexOf('/') + 1) + name;
    return new ResourceKey(key.subscriptionId(), key.resourceGroup(), key.type(), full);
  }

  private T parsed(String json) {
    try (JsonReader reader = JsonProviders.createReader(json)) {
      return parser.parse(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
