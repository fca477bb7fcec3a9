package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.GatewayInstances;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.Remade;
import io.github.hybridnet.plan.Restated;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes one resource: tries again what can pass, reads anew after a lost race, takes the
 * alternative of a refused form.
 */
final class ResourceWriter {
  private final Workshop shop;
  private final SettledRead resources;
  private final Persistence persistence;
  private final Planner planner = new Planner();

  ResourceWriter(Workshop shop) {
    this.shop = shop;
    this.resources = shop.resources();
    this.persistence = shop.persistence();
  }

  /**
   * Writes what a step is to write.
   *
   * @param again whether the step was tried before, so that what stands has to be read anew
   */
  ActualResource write(Task.Write task, boolean again) throws InterruptedException {
    return inSomeForm(task, task.change(), again);
  }

  /** In the planned form, or in another one where the service refuses that. */
  private ActualResource inSomeForm(Task.Write task, Change change, boolean again)
      throws InterruptedException {
    try {
      return persistently(task, change, again);
    } catch (CloudException failure) {
      for (DesiredResource.Alternative alternative : change.desired().rules().alternatives()) {
        if (alternative.errorCode().equals(failure.code())) {
          shop.listener().accept(new EngineEvent.TookAlternative(change.key(), failure.code()));
          return writeInstead(task, alternative);
        }
      }
      throw failure;
    }
  }

  private ActualResource writeInstead(Task.Write task, DesiredResource.Alternative alternative)
      throws InterruptedException {
    ActualResource last = null;
    for (DesiredResource desired : alternative.instead()) {
      Change now = readAnew(desired);
      last = inSomeForm(task, isRemadeBy(task, now) ? remade(task, now) : now, false);
    }
    return Objects.requireNonNull(last, "an alternative writes something");
  }

  private static boolean isRemadeBy(Task.Write task, Change now) {
    return task.change().action() == Change.Action.REPLACE
        && now.actual() == null
        && now.key().isSame(task.key());
  }

  /** In another form, it keeps what it would keep in the first one. */
  private static Change remade(Task.Write task, Change now) {
    return new Change(
        Change.Action.REPLACE, now.desired(), task.change().actual(), task.change().differences());
  }

  private ActualResource persistently(Task task, Change planned, boolean again)
      throws InterruptedException {
    Duration limit = shop.options().timeouts().write(planned.key().type());
    return persistence.until(
        task,
        limit,
        number -> {
          boolean known = number == 1 && !again && planned.action() != Change.Action.REPLACE;
          Change change = known ? planned : asPlanned(planned);
          ActualResource actual = change.actual();
          if (change.action() != Change.Action.UNCHANGED || actual == null) {
            return write(change, limit);
          }
          shop.ended(change.key());
          return actual;
        });
  }

  /** What is left of a planned change; what is made anew is so in the form that it shall have. */
  private Change asPlanned(Change planned) throws InterruptedException {
    Change now = readAnew(planned.desired());
    return planned.action() == Change.Action.REPLACE && now.actual() == null ? planned : now;
  }

  private ActualResource write(Change change, Duration limit) throws InterruptedException {
    try {
      ActualResource written =
          shop.cloud().apply(absentIfRemoved(change), body(change), shop.call(change.key(), limit));
      shop.ended(change.key());
      return written;
    } catch (CloudException failure) {
      shop.ended(change.key(), failure);
      throw failure;
    }
  }

  /** What was removed has no version any more that it could be written against. */
  private static Change absentIfRemoved(Change change) {
    return change.action() == Change.Action.REPLACE
        ? new Change(Change.Action.CREATE, change.desired(), null, change.differences())
        : change;
  }

  private static CloudException changedMeanwhile(Change change) {
    return new CloudException(
        CloudException.Kind.REFUSED,
        "ReplacementNeeded",
        "The " + change.key() + " changed meanwhile, to what Azure cannot change where it stands",
        CloudException.Answer.NONE,
        null);
  }

  /** What is left to do, by what stands now; the last write may have arrived without an answer. */
  private Change readAnew(DesiredResource desired) throws InterruptedException {
    Change now = planner.change(desired, resources.read(desired.key()).orElse(null));
    if (now.action() == Change.Action.REPLACE) {
      throw changedMeanwhile(now);
    }
    return now;
  }

  private static Map<String, Object> body(Change change) {
    ActualResource actual = change.actual();
    if (actual == null || change.action() == Change.Action.REPLACE) {
      return Remade.body(change);
    }
    Map<String, Object> merged = Bodies.merge(actual.body(), declared(change.desired(), actual));
    Map<String, Object> needed = new GatewayInstances(change.desired(), actual).settled(merged);
    return Restated.over(needed, change.desired().rules().restated());
  }

  /**
   * One whose creation failed is still to be created, with all that this takes. What of that stands
   * already is kept: it may be an update that failed.
   */
  private static Map<String, Object> declared(DesiredResource desired, ActualResource actual) {
    Set<String> createOnly = new HashSet<>(desired.rules().createOnly());
    if (actual.isBroken()) {
      createOnly.removeIf(path -> Bodies.at(actual.body(), path) == null);
    }
    return Bodies.without(desired.body(), createOnly);
  }
}
