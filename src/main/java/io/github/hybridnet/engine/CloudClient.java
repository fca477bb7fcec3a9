package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.ResourceChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the engine needs of a cloud. Implementations may be called from several threads. */
public interface CloudClient {

  /**
   * Reads a resource as it is now.
   *
   * @return the resource, or empty when it does not exist
   * @throws CloudException when the cloud refuses or cannot be reached
   */
  Optional<ActualResource> read(ResourceKey key);

  /**
   * The connections that a gateway, a circuit or a local network gateway has, also those in other
   * resource groups and of other people; of the last two those in its subscription that can be
   * seen.
   *
   * @return the connections; empty when there are none or the gateway does not exist
   * @throws CloudException when the cloud refuses or cannot be reached
   */
  List<ActualResource> connectionsOf(ResourceKey end);

  /**
   * The ids of everything in a resource group, of whatever type; empty when the group does not
   * exist.
   *
   * @throws CloudException when the cloud refuses or cannot be reached
   */
  List<String> membersOf(ResourceKey group);

  /**
   * Writes a resource and waits until the service has finished. An existing resource is written
   * with what Azure has as the base, and against its etag where its type has one.
   *
   * @param resourceChange a creation or an update
   * @param body what to write: the declared body, merged onto the actual one
   * @param callOptions how long to wait, and who gets the operation
   * @return the resource as it is afterwards
   * @throws CloudException when the service refuses or fails, or when the wait is over
   * @throws InterruptedException when the build is stopped; the operation goes on in the cloud
   */
  ActualResource apply(
      ResourceChange resourceChange, Map<String, Object> body, CallOptions callOptions)
      throws InterruptedException;

  /**
   * Removes a resource and waits until it is gone. One that is not there is no error.
   *
   * @param callOptions how long to wait, and who gets the operation
   * @throws CloudException when the service refuses or fails, or when the wait is over
   * @throws InterruptedException when the build is stopped; the operation goes on in the cloud
   */
  void delete(ResourceKey key, CallOptions callOptions) throws InterruptedException;

  /**
   * Waits for the end of an operation that an earlier run began.
   *
   * @param key the resource that it works on, asked when the service has forgotten the operation
   * @param limit how long to wait
   * @throws CloudException when the operation fails, or when the wait is over
   * @throws InterruptedException when the build is stopped; the operation goes on in the cloud
   */
  void await(ResourceKey key, AsyncOperation asyncOperation, Duration limit)
      throws InterruptedException;

  /**
   * How a request that takes its time is made.
   *
   * @param limit how long to wait for its end
   * @param accepted gets the operation as soon as the service has accepted it, before it is waited
   *     for; is not called when the answer is already the end
   */
  record CallOptions(Duration limit, Consumer<AsyncOperation> accepted) {

    /** A call whose operation nobody remembers. */
    public static CallOptions within(Duration limit) {
      return new CallOptions(limit, asyncOperation -> {});
    }
  }
}
