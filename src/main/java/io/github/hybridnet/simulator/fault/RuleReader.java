package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.http.Glob;
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
  List<FaultRule> read(RuleSource source) throws BadRulesException {
    Problems problems = new Problems(source.places());
    Fields document = Fields.of(source.document(), "", problems);
    List<FaultRule> rules = new ArrayList<>();
    if (document.has("effect")) {
      add(rules, document);
    } else {
      if (!document.has("rules")) {
        document.problem("", "must be {\"rules\": […]}, or one rule with an \"effect\"");
      }
      document.objects("rules").forEach(rule -> add(rules, rule));
      document.end();
    }
    problems.throwIfAny();
    return rules;
  }

  private void add(List<FaultRule> rules, Fields fields) {
    String id = id(fields);
    Effect effect = effect(fields);
    Match match = match(fields, effect);
    FaultRule.When when = when(fields, effect);
    fields.end();
    if (effect != null) {
      rules.add(new FaultRule(id, match, when, effect, fields.source().put("id", id)));
    }
  }

  private String id(Fields fields) {
    String given = fields.text("id");
    if (given == null) {
      String made = names.get();
      while (!taken.add(made)) {
        made = names.get();
      }
      return made;
    }
    if (!ID.matcher(given).matches()) {
      fields.problem("id", "must be 1 to 64 letters, digits, '.', '_' or '-'");
    } else if (!taken.add(given)) {
      fields.problem("id", "is the id of another rule");
    }
    return given;
  }

  private static @Nullable Effect effect(Fields fields) {
    if (!fields.has("effect")) {
      fields.problem("effect", "is missing");
    }
    Fields effect = fields.object("effect");
    return fields.has("effect") ? new EffectReader(effect).read() : null;
  }

  private static Match match(Fields fields, @Nullable Effect effect) {
    Fields match = fields.object("match");
    List<String> operations = match.texts("operation");
    if (effect instanceof AnswerEffects.RefuseSignIn) {
      if (!operations.isEmpty() && !operations.equals(List.of("token"))) {
        match.problem("operation", "must be token: nothing else signs in");
      }
      operations = List.of("token");
    }
    Match read =
        new Match(
            operations.stream().map(Glob::of).toList(),
            glob(match.text("type")),
            glob(match.text("name")),
            glob(match.text("resourceGroup")));
    match.end();
    return read;
  }

  private static Glob glob(@Nullable String text) {
    return Glob.of(text == null ? "*" : text);
  }

  private static FaultRule.When when(Fields fields, @Nullable Effect effect) {
    Map<String, Phase> words = new TreeMap<>();
    for (Phase phase : effect == null ? List.of(Phase.values()) : effect.phases()) {
      words.put(phase.word, phase);
    }
    Phase usual = effect == null ? Phase.BEFORE : effect.phases().iterator().next();
    Phase phase = fields.choice("phase", words, usual);
    if (effect instanceof Effect.Throttle && fields.has("calls")) {
      fields.problem("calls", "does not go with throttle: its buckets decide");
    }
    return new FaultRule.When(phase, calls(fields.object("calls"), effect));
  }

  private static Calls calls(Fields calls, @Nullable Effect effect) {
    boolean once = effect instanceof AnswerEffects.ExpireTokens;
    Calls read =
        new Calls(
            calls.whole("from", 1, Long.MAX_VALUE, 1),
            calls.whole("every", 1, Long.MAX_VALUE, 1),
            calls.whole("times", 1, Long.MAX_VALUE, once ? 1 : Long.MAX_VALUE),
            new Calls.Chance(
                calls.positive("probability", 1, 1),
                calls.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0)),
            calls.choice("per", Map.of("rule", false, "resource", true), false));
    calls.end();
    return read;
  }
}
