package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.http.GlobPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rules strictly, and says everything that is wrong with them at once. */
final class RuleReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Set<String> taken;
  private final Supplier<String> names;

  /**
   * Reads rules that are added to others.
   *
   * @param taken the ids of the others
   * @param names makes ids for rules that have none
   */
  RuleReader(List<String> taken, Supplier<String> names) {
    this.taken = new HashSet<>(taken);
    this.names = names;
  }

  /** Reads one rule, or {@code {"rules": […]}}. */
  List<FaultRule> read(RuleSource source) throws InvalidRulesException {
    RuleProblems ruleProblems = new RuleProblems(source.places());
    StrictObjectReader document = StrictObjectReader.of(source.document(), "", ruleProblems);
    List<FaultRule> rules = new ArrayList<>();
    if (document.has("effect")) {
      add(rules, document);
    } else {
      if (source.document().isObject() && !document.has("rules")) {
        document.problem("", "must be {\"rules\": […]}, or one rule with an \"effect\"");
      }
      document.objects("rules").forEach(rule -> add(rules, rule));
      document.end();
    }
    ruleProblems.throwIfAny();
    return rules;
  }

  private void add(List<FaultRule> rules, StrictObjectReader strictObjectReader) {
    String id = id(strictObjectReader);
    FaultEffect faultEffect = effect(strictObjectReader);
    CallMatcher callMatcher = match(strictObjectReader, faultEffect);
    FaultRule.RuleTiming ruleTiming = when(strictObjectReader, faultEffect);
    strictObjectReader.end();
    if (faultEffect != null) {
      rules.add(
          new FaultRule(
              id, callMatcher, ruleTiming, faultEffect, strictObjectReader.source().put("id", id)));
    }
  }

  private String id(StrictObjectReader strictObjectReader) {
    String given = strictObjectReader.text("id");
    if (given == null) {
      String made = names.get();
      while (!taken.add(made)) {
        made = names.get();
      }
      return made;
    }
    if (!ID.matcher(given).matches()) {
      strictObjectReader.problem("id", "must be 1 to 64 letters, digits, '.', '_' or '-'");
    } else if (!taken.add(given)) {
      strictObjectReader.problem("id", "is the id of another rule");
    }
    return given;
  }

  private static @Nullable FaultEffect effect(StrictObjectReader strictObjectReader) {
    if (!strictObjectReader.has("effect")) {
      strictObjectReader.problem("effect", "is missing");
    }
    StrictObjectReader effect = strictObjectReader.object("effect");
    return strictObjectReader.has("effect") ? new EffectReader(effect).read() : null;
  }

  private static CallMatcher match(
      StrictObjectReader strictObjectReader, @Nullable FaultEffect faultEffect) {
    StrictObjectReader match = strictObjectReader.object("match");
    List<String> operations = match.texts("operation");
    if (faultEffect instanceof AnswerEffects.SignInRefusal) {
      if (!operations.isEmpty() && !operations.equals(List.of("token"))) {
        match.problem("operation", "must be token: nothing else signs in");
      }
      operations = List.of("token");
    }
    CallMatcher read =
        new CallMatcher(
            operations.stream().map(GlobPattern::of).toList(),
            glob(match.text("type")),
            glob(match.text("name")),
            glob(match.text("resourceGroup")));
    match.end();
    return read;
  }

  private static GlobPattern glob(@Nullable String text) {
    return GlobPattern.of(text == null ? "*" : text);
  }

  private static FaultRule.RuleTiming when(
      StrictObjectReader strictObjectReader, @Nullable FaultEffect faultEffect) {
    Map<String, FaultPhase> words = new TreeMap<>();
    for (FaultPhase faultPhase :
        faultEffect == null ? List.of(FaultPhase.values()) : faultEffect.phases()) {
      words.put(faultPhase.word, faultPhase);
    }
    FaultPhase usual =
        faultEffect == null ? FaultPhase.BEFORE : faultEffect.phases().iterator().next();
    FaultPhase faultPhase = strictObjectReader.choice("phase", words, usual);
    if (faultEffect instanceof FaultEffect.RequestThrottling && strictObjectReader.has("calls")) {
      strictObjectReader.problem("calls", "does not go with throttle: its buckets decide");
    }
    return new FaultRule.RuleTiming(
        faultPhase, calls(strictObjectReader.object("calls"), faultEffect));
  }

  private static CallSelection calls(StrictObjectReader calls, @Nullable FaultEffect faultEffect) {
    boolean once = faultEffect instanceof AnswerEffects.TokenExpiry;
    CallSelection read =
        new CallSelection(
            calls.whole("from", 1, Long.MAX_VALUE, 1),
            calls.whole("every", 1, Long.MAX_VALUE, 1),
            calls.whole("times", 1, Long.MAX_VALUE, once ? 1 : Long.MAX_VALUE),
            new CallSelection.Chance(
                calls.positive("probability", 1, 1),
                calls.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0)),
            calls.choice("per", Map.of("rule", false, "resource", true), false));
    calls.end();
    return read;
  }
}
