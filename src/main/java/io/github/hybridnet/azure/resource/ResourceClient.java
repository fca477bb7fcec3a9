package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the resources of one type. Both throw what the SDK throws. */
interface ResourceClient {

  /** The resource as it stands. */
  ActualResource get(ResourceKey key);

  /**
   * Begins to write a resource.
   *
   * @param body what to write, with secrets in clear
   * @param etag the version that is replaced, or null for whatever stands
   */
  Accepted put(ResourceKey key, Map<String, Object> body, @Nullable String etag);
}
