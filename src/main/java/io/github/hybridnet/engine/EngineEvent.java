package io.github.hybridnet.engine;

import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.Optional;

/** Something that happened while a plan was carried out. */
public sealed interface EngineEvent {

  /** Which resource. */
  ResourceKey key();

  /** A write began. */
  record Started(ResourceKey key, Change.Action action) implements EngineEvent {}

  /** A write still goes on; told once a minute, so that no build seems dead. */
  record StillRunning(ResourceKey key, Change.Action action, Duration elapsed, Duration limit)
      implements EngineEvent {}

  /** A write is tried again. */
  record Retrying(ResourceKey key, String code, String reason, Duration delay)
      implements EngineEvent {}

  /** The service refused the declared form, and another form is written instead. */
  record TookAlternative(ResourceKey key, String code) implements EngineEvent {}

  /** The resource is being changed by an operation that is not ours; it is waited for. */
  record WaitingForOther(ResourceKey key, String provisioningState) implements EngineEvent {}

  /** The resource is as declared. */
  record Finished(ResourceKey key, Change.Action action, Duration elapsed) implements EngineEvent {}

  /** The resource could not be written. */
  record Failed(ResourceKey key, CloudException failure, Duration elapsed) implements EngineEvent {}

  /**
   * The build was stopped meanwhile; the service goes on.
   *
   * @param begun what had begun
   * @param operation the operation that the service accepted; empty when its answer did not arrive
   *     in time
   * @param elapsed since the beginning
   */
  record LeftRunning(EngineEvent begun, Optional<Operation> operation, Duration elapsed)
      implements EngineEvent {
    @Override
    public ResourceKey key() {
      return begun.key();
    }
  }

  /** A goal that works at the same time in this build is writing a resource that is needed. */
  record WaitingForBuild(ResourceKey key, ResourceKey needed) implements EngineEvent {}

  /** The resource was not written because one that it needs failed. */
  record Skipped(ResourceKey key, ResourceKey because) implements EngineEvent {}
}
