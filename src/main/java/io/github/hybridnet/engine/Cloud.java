package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the engine needs of a cloud. Implementations may be called from several threads. */
public interface Cloud {

  /**
   * Reads a resource.
   *
   * @return the resource, or empty when it does not exist
   * @throws CloudException when the cloud refuses or cannot be reached
   */
  Optional<ActualResource> read(ResourceKey key);

  /**
   * Writes a resource and waits until the service has finished. An existing resource is written
   * with what stands as the base, and against its etag where its type has one.
   *
   * @param change a creation or an update
   * @param body what to write: the declared body, merged onto what stands
   * @param limit how long to wait
   * @return the resource as it stands afterwards
   * @throws CloudException when the service refuses or fails, or when the wait is over
   * @throws InterruptedException when the build is stopped; the operation goes on in the cloud
   */
  ActualResource apply(Change change, Map<String, Object> body, Duration limit)
      throws InterruptedException;
}
