package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.engine.guard.GuardObjection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing that must hold before ExpressRoute is disconnected, with where that is written. */
abstract class DrillGate {
  private final String id;
  private final GateKind gateKind;
  private final String sentence;
  private final String source;

  /** What kind of thing it is. */
  enum GateKind {
    /** Both paths work before the drill. */
    HEALTH("HN5010", true, 40, 10),
    /** This identity may disconnect and restore ExpressRoute. */
    RIGHTS(DrillFinding.NOT_ALLOWED, false, 10, 5),
    /** Azure answered everything that could prevent the restore. */
    QUESTIONS("HN4062", false, 10, 5),
    /** The VPN can carry all that ExpressRoute carries. */
    TAKEOVER("HN5012", true, 40, 10),
    /** Production is not drilled by accident. */
    PRODUCTION("HN5013", false, 0, 0),
    /** Azure reports what a drill is judged by, and nothing is being changed. */
    TELLING("HN5014", true, 15, 5),
    /** Something to improve that never stops a drill. */
    ADVICE("", true, 0, 5),
    /** Something to know, that may be intended. It costs no readiness. */
    NOTE("", true, 0, 0);

    private final String code;
    private final boolean overridable;
    private final int cost;
    private final int warning;

    GateKind(String code, boolean overridable, int cost, int warning) {
      this.code = code;
      this.overridable = overridable;
      this.cost = cost;
      this.warning = warning;
    }

    /** The code of a gate that is not met. */
    String code() {
      return code;
    }

    /** Whether the user may override the gate. */
    boolean isOverridable() {
      return overridable;
    }

    /** How many points of readiness it costs. */
    int cost(Status status) {
      return switch (status) {
        case MET -> 0;
        case WARNING -> warning;
        case NOT_MET, OVERRIDDEN -> cost;
      };
    }
  }

  /**
   * Creates a gate with the texts that reports show.
   *
   * @param id its name
   * @param gateKind of what kind it is
   * @param sentence what must hold
   * @param source where that is written
   */
  protected DrillGate(String id, GateKind gateKind, String sentence, String source) {
    this.id = id;
    this.gateKind = gateKind;
    this.sentence = sentence;
    this.source = source;
  }

  /** The gate's id, by which users override it. */
  final String id() {
    return id;
  }

  /** The kind, which decides on its code and cost. */
  final GateKind kind() {
    return gateKind;
  }

  /** What must hold, as a sentence. */
  final String sentence() {
    return sentence;
  }

  /** The page or API that says so. */
  final String source() {
    return source;
  }

  /** Whether the gate is met, by what was read. */
  abstract GateResult check(GateContext gateContext);

  /** The gate is met. */
  protected final GateResult met(String text) {
    return new GateResult(id, Status.MET, text, "");
  }

  /** Something to know that does not stop the drill. */
  protected final GateResult warning(String text, String fix) {
    return new GateResult(id, Status.WARNING, text, fix);
  }

  /**
   * Met unless Azure objects. A question that Azure did not answer is a warning here, and stops the
   * drill in the gate {@code questions}.
   */
  protected final GateResult byObjections(List<GuardObjection> objections, String met) {
    List<GuardObjection> refused = objections.stream().filter(DrillGate::isRefusal).toList();
    if (!refused.isEmpty()) {
      return notMet(texts(refused), fixes(refused));
    }
    return objections.isEmpty() ? met(met) : warning(texts(objections), fixes(objections));
  }

  private static boolean isRefusal(GuardObjection guardObjection) {
    return guardObjection.kind() == GuardObjection.Kind.REFUSED;
  }

  private static String texts(List<GuardObjection> objections) {
    return objections.stream().map(GuardObjection::text).collect(Collectors.joining(" "));
  }

  /**
   * What to do about objections. A command at the end of one stays as it is typed.
   *
   * @return sentences, the last one without its full stop
   */
  protected static String fixes(List<GuardObjection> objections) {
    StringBuilder text = new StringBuilder();
    for (String fix : objections.stream().map(GuardObjection::fix).distinct().toList()) {
      if (text.isEmpty()) {
        text.append(fix);
      } else {
        text.append(text.indexOf(": az ") < 0 ? ". " : " ")
            .append(fix.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(fix.substring(1));
      }
    }
    return text.toString();
  }

  /** The gate stops the drill. */
  protected final GateResult notMet(String text, String fix) {
    return new GateResult(id, Status.NOT_MET, text, fix);
  }

  /** The gate stops the drill unless waiting helps. */
  protected final GateResult settling(String text, String fix) {
    return new GateResult(id, Status.NOT_MET, text, fix, true);
  }
}
