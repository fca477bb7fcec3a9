package io.github.hybridnet.engine;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.model.Severity;
import java.time.Duration;
import java.util.Optional;

/** Something that happened while a plan was carried out. */
public sealed interface EngineEvent {

  /** The resource that the event is about. */
  ResourceKey key();

  /** How much attention it needs. */
  default Severity severity() {
    return Severity.INFO;
  }

  /** What is done to a resource. */
  enum StepAction {
    /** It is made, for the first time or anew. */
    CREATE,
    /** It is changed in place. */
    UPDATE,
    /** The resource is removed. */
    REMOVE
  }

  /** A step has begun. */
  record Started(ResourceKey key, StepAction work) implements EngineEvent {}

  /** A step still goes on; reported once a minute, so that no build seems dead. */
  record StillRunning(ResourceKey key, StepAction work, Duration elapsed, Duration limit)
      implements EngineEvent {}

  /** A step is tried again. */
  record Retrying(ResourceKey key, String code, String reason, Duration delay)
      implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The service refused the declared form, and another form is written instead. */
  record TookAlternative(ResourceKey key, String code) implements EngineEvent {}

  /** The resource is being changed by an operation that is not ours; it is waited for. */
  record WaitingForOther(ResourceKey key, String provisioningState) implements EngineEvent {}

  /** An operation that an earlier run began is waited for. */
  record Reattached(ResourceKey key, String provisioningState, AsyncOperation operation)
      implements EngineEvent {}

  /** An operation that an earlier run began ended badly; the resource is looked at anew. */
  record EarlierFailed(ResourceKey key, CloudException failure) implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The other gateway is in the way; this one comes after it. */
  record Postponed(ResourceKey key, String code) implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The resource is as declared, or gone. */
  record Finished(ResourceKey key, StepAction work, Duration elapsed) implements EngineEvent {}

  /** The step could not be taken. */
  record Failed(ResourceKey key, CloudException failure, Duration elapsed) implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  /**
   * The build was stopped meanwhile; the service goes on.
   *
   * @param begun what had begun
   * @param operation the operation that the service accepted; empty when its answer did not arrive
   *     in time
   * @param elapsed since the beginning
   */
  record LeftRunning(EngineEvent begun, Optional<AsyncOperation> operation, Duration elapsed)
      implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public ResourceKey key() {
      return begun.key();
    }
  }

  /** A goal that works at the same time in this build is writing a resource that is needed. */
  record WaitingForBuild(ResourceKey key, ResourceKey needed) implements EngineEvent {}

  /** It was removed for something that failed, and is created again as it was. */
  record RollingBack(ResourceKey key) implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }

  /** The step was not taken because one that it needs failed. */
  record Skipped(ResourceKey key, ResourceKey because) implements EngineEvent {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  }
}
