package io.github.hybridnet.simulator.arm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.StoredEvent;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.arm.store.StoredOperation.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs events and ends operations that are due, in the order of their instants. */
final class DueWorkRunner {
  private static final int FINISHED_KEPT = 1000;
  private static final System.Logger LOG = System.getLogger(DueWorkRunner.class.getName());

  void settle(SimulationEngine simulationEngine, CloudState cloudState, Instant now) {
    while (true) {
      StoredOperation operation =
          cloudState.dueOperations().first().filter(each -> !each.due().isAfter(now)).orElse(null);
      StoredEvent event =
          cloudState.dueEvents().first().filter(each -> !each.due().isAfter(now)).orElse(null);
      if (operation != null && (event == null || !event.due().isBefore(operation.due()))) {
        Transaction world = new Transaction(simulationEngine, cloudState, operation.due());
        complete(world, operation);
        simulationEngine.look(world);
      } else if (event != null) {
        Transaction world = new Transaction(simulationEngine, cloudState, event.due());
        happen(world, event);
        simulationEngine.look(world);
      } else {
        return;
      }
      cloudState.undo().commit();
    }
  }

  private static void happen(Transaction world, StoredEvent event) {
    world.cancel(event.name(), event.target());
    try {
      world.attempt(
          () -> {
            world
                .types()
                .event(event.name())
                .ifPresent(handler -> handler.happen(world, event.target(), event.data()));
            return event;
          });
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(System.Logger.Level.WARNING, "The simulated event " + event.name() + " failed", e);
    }
  }

  /** The operation ends whatever fails; otherwise it would be due again and again. */
  private static void complete(Transaction world, StoredOperation operation) {
    try {
      world.attempt(
          () -> {
            decide(world, operation);
            return operation;
          });
    } catch (RuntimeException | StackOverflowError e) {
      world.end(operation, brokeOff(operation, e));
      world
          .resources()
          .changeQuietly(
              operation.job().target(),
              target -> ProvisioningStateField.markOnly(target, ProvisioningStateField.FAILED));
    }
  }

  private static void decide(Transaction world, StoredOperation operation) {
    OperationOutcome operationOutcome = world.outcomePolicy().decide(operation.view());
    if (operationOutcome.postponed() != null) {
      world.postpone(operation, operationOutcome.postponed());
      return;
    }
    Outcome outcome =
        operationOutcome.outcome() == null ? outcome(world, operation) : operationOutcome.outcome();
    world.end(operation, outcome);
    ArmId target = operation.job().target();
    if ((operationOutcome.outcome() != null || outcome.error() != null) && !target.isResource()) {
      ResourceGroupDeletion.keep(world, target);
    }
    if (outcome.error() != null && target.isResource() && changes(world, operation.job())) {
      world
          .resources()
          .change(
              target,
              resource -> ProvisioningStateField.mark(resource, ProvisioningStateField.FAILED));
      world
          .types()
          .handler(operation.job().handler())
          .ifPresent(handler -> handler.abandon(world, target));
    }
    if (target.isChild()) {
      settleParent(world, target.root(), outcome.error() != null);
    }
    prune(world.state());
  }

  /** An inquiry that fails, such as that for learned routes, leaves its resource as it is. */
  private static boolean changes(Transaction world, StoredOperation.Job job) {
    return job.puts()
        || job.deletes()
        || world
            .resources()
            .find(job.target())
            .map(ProvisioningStateField::of)
            .filter(ProvisioningStateField.UPDATING::equals)
            .isPresent();
  }

  private static Outcome outcome(Transaction world, StoredOperation operation) {
    try {
      if (operation.job().handler().equals(ResourceGroupDeletion.HANDLER)) {
        return world.attempt(() -> ResourceGroupDeletion.complete(world, operation.job().target()));
      }
      return world.attempt(() -> Outcome.succeeded(finish(world, operation)));
    } catch (ArmException e) {
      return Outcome.failed(e.error());
    } catch (RuntimeException | StackOverflowError e) {
      return brokeOff(operation, e);
    }
  }

  private static Outcome brokeOff(StoredOperation operation, Throwable why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The simulated operation " + operation.job().name() + " broke off",
        why);
    return Outcome.failed(ArmErrors.internal());
  }

  private static @Nullable JsonNode finish(Transaction world, StoredOperation operation) {
    StoredOperation.Job job = operation.job();
    ArmOperation handler =
        world
            .types()
            .handler(job.handler())
            .orElseThrow(() -> new IllegalStateException("no handler for " + job.handler()));
    return handler.complete(new OperationCompletion(world, job.target(), job.data().deepCopy()));
  }

  /** A parent that was {@code Updating} because of a child follows when the last child is done. */
  private static void settleParent(Transaction world, ArmId root, boolean failed) {
    String state = world.resources().find(root).map(ProvisioningStateField::of).orElse("");
    if (failed) {
      mark(world, root, ProvisioningStateField.FAILED);
    } else if (state.equals(ProvisioningStateField.UPDATING) && world.running(root).isEmpty()) {
      mark(world, root, ProvisioningStateField.SUCCEEDED);
    }
  }

  private static void mark(Transaction world, ArmId root, String state) {
    world.resources().changeQuietly(root, parent -> ProvisioningStateField.markOnly(parent, state));
  }

  /** How long Azure remembers finished operations is not known; the latest ones stay here. */
  private static void prune(CloudState cloudState) {
    while (cloudState.finished().count(true) > FINISHED_KEPT) {
      cloudState
          .finished()
          .firstOf(true)
          .ifPresent(oldest -> cloudState.operations().remove(oldest.id()));
    }
  }
}
