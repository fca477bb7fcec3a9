package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.engine.OperationOutcome;
import io.github.hybridnet.simulator.arm.engine.OperationOutcomePolicy;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, in the order in which they were added. Each rule that matches counts the
 * call; of the rules that would affect it all delays are applied, and of the others the first.
 */
public final class FaultRuleBook implements OperationOutcomePolicy {
  private final SimulatedClock clock;
  private final EventLog events;
  private volatile List<RuleState> rules = List.of();
  private int named;

  /** A book without rules, whose events are logged. */
  public FaultRuleBook(SimulatedClock clock, EventLog events) {
    this.clock = clock;
    this.events = events;
  }

  /**
   * What happens to a call.
   *
   * @param delays what it waits for
   * @param chosen what else happens; null for nothing
   * @param throttled what the buckets say; null if there are none
   */
  record FaultDecision(
      List<RuleState> delays,
      @Nullable RuleState chosen,
      ThrottlingBuckets.@Nullable ThrottlingDecision throttled) {

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      delays.forEach(delay -> ids.add(delay.rule.id()));
      if (chosen != null) {
        ids.add(chosen.rule.id());
      }
      return ids;
    }

    /** The answer of what was chosen. */
    ServerResponse answer(FaultContext faultContext) {
      if (throttled != null && !throttled.admitted()) {
        return throttled.refusal();
      }
      if (chosen != null && chosen.rule.effect() instanceof FaultEffect.AnswerEffect effect) {
        return effect.answer(faultContext);
      }
      throw new IllegalStateException("nothing was chosen that answers");
    }
  }

  /** Whether there is nothing to do; needs no lock. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * Adds all of these rules or none, and returns them as {@link #toJson} would.
   *
   * @throws InvalidRulesException says everything that is wrong with them
   */
  public synchronized ObjectNode add(RuleSource source) throws InvalidRulesException {
    List<String> taken = rules.stream().map(state -> state.rule.id()).toList();
    List<RuleState> read = read(source, taken);
    rules = Stream.concat(rules.stream(), read.stream()).toList();
    return toJson(read);
  }

  /**
   * Replaces all rules by those of a source.
   *
   * @throws InvalidRulesException if one of them is wrong; then those that are there stay
   */
  public synchronized void replace(RuleSource source) throws InvalidRulesException {
    keep(read(source, List.of()));
  }

  private List<RuleState> read(RuleSource source, List<String> taken) throws InvalidRulesException {
    return new RuleReader(taken, () -> "fault-" + ++named)
        .read(source).stream().map(RuleState::new).toList();
  }

  /** All rules, and how often each matched and was applied. */
  public synchronized ObjectNode toJson() {
    return toJson(rules);
  }

  /** Removes a rule with its lasting effects; false if there is none. */
  public synchronized boolean remove(String id) {
    int before = rules.size();
    keep(rules.stream().filter(state -> !state.rule.id().equals(id)).toList());
    return rules.size() < before;
  }

  /** Removes all rules with their lasting effects. */
  public synchronized void clear() {
    keep(List.of());
  }

  private void keep(List<RuleState> kept) {
    rules.stream().filter(state -> !kept.contains(state)).forEach(RuleState::end);
    rules = kept;
  }

  /** Counts a call, and decides what happens to it at this moment. */
  synchronized FaultDecision choose(
      FaultCall call,
      Predicate<FaultRule> moment,
      ThrottlingBuckets.@Nullable CountedRequest countedRequest) {
    List<RuleState> delays = new ArrayList<>();
    RuleState chosen = null;
    ThrottlingBuckets.ThrottlingDecision throttled = null;
    for (RuleState state : rules) {
      if (!moment.test(state.rule) || !state.count(call)) {
        continue;
      }
      if (state.rule.effect() instanceof FaultEffect.Delay) {
        delays.add(fire(state, call));
      } else if (chosen == null && state.throttling == null) {
        chosen = fire(state, call);
      } else if (chosen == null && countedRequest != null) {
        throttled = throttle(state, countedRequest);
        chosen = throttled.admitted() ? null : fire(state, call);
      }
    }
    return new FaultDecision(delays, chosen, throttled);
  }

  @Override
  public OperationOutcome decide(RunningOperation operation) {
    if (rules.isEmpty()) {
      return OperationOutcome.NATURAL;
    }
    FaultCall call = FaultCall.of(operation);
    if (heldUp(operation)) {
      return OperationOutcome.NATURAL;
    }
    RuleState chosen = choose(call, rule -> rule.last(call), null).chosen();
    if (chosen == null || !(chosen.rule.effect() instanceof FaultEffect.OperationEffect effect)) {
      return OperationOutcome.NATURAL;
    }
    return effect.outcome(call.resource().type());
  }

  /** An operation that a rule has held up ends as it should when it is due again. */
  private synchronized boolean heldUp(RunningOperation operation) {
    return rules.stream()
        .filter(state -> state.rule.effect() instanceof OperationEffects.StuckOperation)
        .anyMatch(state -> state.operations.remove(operation.operationId()));
  }

  /** The rule that lost this operation earlier. */
  synchronized Optional<String> lost(RunningOperation operation) {
    return rules.stream()
        .filter(state -> state.rule.effect() instanceof AnswerEffects.LostOperation)
        .filter(state -> state.operations.contains(operation.operationId()))
        .map(state -> state.rule.id())
        .findFirst();
  }

  /** The rule for which this token is too old. */
  synchronized Optional<String> expired(String token) {
    return rules.stream()
        .filter(state -> state.curfew != null && !state.curfew.accepts(token))
        .map(state -> state.rule.id())
        .findFirst();
  }

  /** Takes note of a new token. */
  synchronized void issued(String token) {
    for (RuleState state : rules) {
      if (state.curfew != null) {
        state.curfew.issue(token);
      }
    }
  }

  private ThrottlingBuckets.ThrottlingDecision throttle(
      RuleState state, ThrottlingBuckets.CountedRequest countedRequest) {
    boolean simulated =
        state.rule.effect() instanceof FaultEffect.RequestThrottling effect
            && effect.limits().simulated();
    return Objects.requireNonNull(state.throttling)
        .take(countedRequest, simulated ? clock.now() : clock.wallNow());
  }

  private RuleState fire(RuleState state, FaultCall call) {
    state.fire(call);
    RunningOperation operation = call.operation();
    boolean lasts =
        state.rule.effect() instanceof AnswerEffects.LostOperation
            || state.rule.effect() instanceof OperationEffects.StuckOperation;
    if (lasts && operation != null) {
      state.operations.add(operation.operationId());
    }
    if (state.rule.effect() instanceof AnswerEffects.TokenExpiry) {
      state.curfew = new IssuedTokens();
    }
    events.add(
        "faultFired",
        event -> {
          event.put("rule", state.rule.id());
          event.put("effect", state.rule.effect().name());
          event.put("phase", state.rule.when().phase().word);
          new TreeMap<>(call.trace()).forEach(event::put);
        });
    return state;
  }

  private static ObjectNode toJson(List<RuleState> states) {
    ObjectNode body = JsonCodec.object();
    ArrayNode all = body.putArray("rules");
    states.forEach(state -> all.add(state.toJson()));
    return body;
  }
}
