package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.journal.OperationJournal;
import io.github.hybridnet.plan.ResourceChange;
import java.time.Duration;
import java.util.Map;

/**
 * The one way in which resources are written and removed, by plans and by drills. Each request is
 * sent once. The operation that the service accepts is in the journal until its end is known, so
 * that a later run waits for it and learns why it failed.
 */
public final class JournaledRequests {
  private final CloudClient cloud;
  private final OperationJournal journal;

  /** The requests to one cloud, with the journal of the running operations there. */
  public JournaledRequests(CloudClient cloud, OperationJournal journal) {
    this.cloud = cloud;
    this.journal = journal;
  }

  /**
   * Writes a resource and waits until the service has completed it.
   *
   * @param change what is changed, against which version
   * @param body the whole body that is sent
   * @param limit how long to wait for the end of the operation
   * @return the resource as the service has it now
   * @throws CloudException when the service refuses or fails, or the limit is over
   * @throws InterruptedException when the build is stopped; the operation stays in the journal
   */
  public ActualResource apply(ResourceChange change, Map<String, Object> body, Duration limit)
      throws InterruptedException {
    try {
      ActualResource written = cloud.apply(change, body, options(change.key(), limit));
      journal.ended(change.key());
      return written;
    } catch (CloudException failure) {
      failed(change.key(), failure);
      throw failure;
    }
  }

  /**
   * Removes a resource and waits until the service has completed it.
   *
   * @param limit how long to wait for the end of the operation
   * @throws CloudException when the service refuses or fails, or the limit is over
   * @throws InterruptedException when the build is stopped; the operation stays in the journal
   */
  public void delete(ResourceKey key, Duration limit) throws InterruptedException {
    try {
      cloud.delete(key, options(key, limit));
      journal.ended(key);
    } catch (CloudException failure) {
      failed(key, failure);
      throw failure;
    }
  }

  private CallOptions options(ResourceKey key, Duration limit) {
    return new CallOptions(limit, operation -> journal.began(key, operation));
  }

  /** Where only the wait has failed, the operation goes on in the service. */
  private void failed(ResourceKey key, CloudException failure) {
    switch (failure.kind()) {
      case TIMED_OUT, UNREACHABLE, UNREADABLE, UNAUTHORIZED -> {}
      default -> journal.ended(key);
    }
  }
}
