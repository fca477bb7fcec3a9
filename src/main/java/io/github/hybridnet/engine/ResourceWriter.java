package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.plan.diff.RequestBody;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one resource: tries again what can pass, reads anew after a lost race, takes the
 * alternative of a refused form.
 */
final class ResourceWriter {
  /** How long reads may show what was removed. */
  private static final Duration LAG = Duration.ofMinutes(1);

  private static final Backoff LAG_PAUSE = Backoff.fixed(Duration.ofSeconds(5));

  private final RunContext context;
  private final SettledResourceReader resources;
  private final Planner planner = new Planner();

  ResourceWriter(RunContext context) {
    this.context = context;
    this.resources = context.resources();
  }

  /**
   * Writes what a step is to write.
   *
   * @param again whether the step was tried before, so that the resource has to be read anew
   */
  ActualResource write(PlanStep.Write task, boolean again) throws InterruptedException {
    return inSomeForm(task, task.change(), again);
  }

  /** In the planned form, or in another one where the service refuses that. */
  private ActualResource inSomeForm(
      PlanStep.Write task, ResourceChange resourceChange, boolean again)
      throws InterruptedException {
    try {
      return persistently(task, resourceChange, again);
    } catch (CloudException failure) {
      for (DeclaredResource.Alternative alternative :
          resourceChange.declared().rules().alternatives()) {
        if (alternative.errorCode().equals(failure.code())) {
          context
              .listener()
              .accept(new EngineEvent.TookAlternative(resourceChange.key(), failure.code()));
          return writeInstead(task, alternative);
        }
      }
      throw failure;
    }
  }

  private ActualResource writeInstead(PlanStep.Write task, DeclaredResource.Alternative alternative)
      throws InterruptedException {
    ActualResource last = null;
    for (DeclaredResource declared : alternative.instead()) {
      ResourceChange now = readAnew(declared);
      last = inSomeForm(task, isRemadeBy(task, now) ? remade(task, now) : now, false);
    }
    return Objects.requireNonNull(last, "an alternative writes something");
  }

  private static boolean isRemadeBy(PlanStep.Write task, ResourceChange now) {
    return task.change().action() == ResourceChange.Action.REPLACE
        && now.actual() == null
        && now.key().isSame(task.key());
  }

  /** In another form, it keeps what it would keep in the first one. */
  private static ResourceChange remade(PlanStep.Write task, ResourceChange now) {
    return new ResourceChange(
        ResourceChange.Action.REPLACE,
        now.declared(),
        task.change().actual(),
        task.change().differences());
  }

  private ActualResource persistently(PlanStep planStep, ResourceChange planned, boolean again)
      throws InterruptedException {
    Duration limit = context.options().timeouts().write(planned.key().type());
    return context.retry(
        planStep,
        limit,
        number -> {
          boolean known =
              number == 1 && !again && planned.action() != ResourceChange.Action.REPLACE;
          ResourceChange resourceChange = known ? planned : asPlanned(planned);
          ActualResource actual = resourceChange.actual();
          if (resourceChange.action() != ResourceChange.Action.UNCHANGED || actual == null) {
            return write(resourceChange, limit);
          }
          context.ended(resourceChange.key());
          return actual;
        });
  }

  /** What is left of a planned change; what is made anew is so in the form that it shall have. */
  private ResourceChange asPlanned(ResourceChange planned) throws InterruptedException {
    ActualResource removed = planned.actual();
    if (planned.action() != ResourceChange.Action.REPLACE || removed == null) {
      return readAnew(planned.declared());
    }
    Optional<ActualResource> now = afterRemoval(removed);
    return now.isPresent() ? left(planned.declared(), now.get()) : planned;
  }

  /**
   * What is there after this run has removed it. A read that lags behind may show what was removed,
   * as if nothing were left to do, so that is read again.
   */
  private Optional<ActualResource> afterRemoval(ActualResource removed)
      throws InterruptedException {
    return new Poller(context.options().clock(), context.options().sleeper())
        .await(
            PolledCondition.of(
                () -> resources.read(removed.key()),
                now -> now.filter(shown -> !shown.isAnotherThan(removed)).isEmpty()),
            LAG_PAUSE,
            LAG)
        .last();
  }

  private ActualResource write(ResourceChange resourceChange, Duration limit)
      throws InterruptedException {
    return context
        .requests()
        .apply(absentIfRemoved(resourceChange), RequestBody.of(resourceChange), limit);
  }

  /** What was removed has no version any more that it could be written against. */
  private static ResourceChange absentIfRemoved(ResourceChange resourceChange) {
    return resourceChange.action() == ResourceChange.Action.REPLACE
        ? new ResourceChange(
            ResourceChange.Action.CREATE,
            resourceChange.declared(),
            null,
            resourceChange.differences())
        : resourceChange;
  }

  private static CloudException changedMeanwhile(ResourceChange resourceChange) {
    return CloudException.ofOurs(
        CloudException.Kind.REFUSED,
        OwnErrorCode.REPLACEMENT_NEEDED,
        "The "
            + resourceChange.key().quoted()
            + " changed in Azure during this run. Only a replacement could now give it the values"
            + " of the parameter files");
  }

  /**
   * What is left to do, by the actual resource; the last write may have arrived without an answer.
   */
  private ResourceChange readAnew(DeclaredResource declared) throws InterruptedException {
    return left(declared, resources.read(declared.key()).orElse(null));
  }

  private ResourceChange left(DeclaredResource declared, @Nullable ActualResource actual) {
    ResourceChange now = planner.change(declared, actual);
    if (now.action() == ResourceChange.Action.REPLACE) {
      throw changedMeanwhile(now);
    }
    return now;
  }
}
