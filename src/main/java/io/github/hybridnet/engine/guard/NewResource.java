package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Map;

/**
 * A resource that is to be made.
 *
 * @param key which resource
 * @param body what would be written, with {@link io.github.hybridnet.model.Secret} for secrets
 * @param after what must exist before
 */
public record NewResource(ResourceKey key, Map<String, Object> body, List<ResourceKey> after) {

  /** Copies the list, which cannot be changed afterwards. */
  public NewResource {
    after = List.copyOf(after);
  }

  /** The same under another name. */
  NewResource named(String name) {
    return new NewResource(
        new ResourceKey(key.subscriptionId(), key.resourceGroup(), key.type(), name), body, after);
  }
}
