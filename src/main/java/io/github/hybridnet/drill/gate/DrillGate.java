package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.engine.guard.GuardObjection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing that must hold before ExpressRoute is disconnected, with where that is written. */
public abstract class DrillGate {
  private final String id;
  private final GateKind gateKind;
  private final String sentence;
  private final String source;

  /** What kind of thing it is. */
  public enum GateKind {
    /** Both paths are well. */
    HEALTH("HN5010", true, 40, 10),
    /** What is done can be done, and undone. */
    RIGHTS("HN5011", false, 10, 5),
    /** Everything that could refuse was asked, and has answered. */
    QUESTIONS("HN4062", false, 10, 5),
    /** The VPN takes over what ExpressRoute carries. */
    TAKEOVER("HN5012", true, 40, 10),
    /** Nobody breaks what must not be broken. */
    PRODUCTION("HN5013", false, 0, 0),
    /** Azure tells enough, and changes nothing meanwhile. */
    TELLING("HN5014", true, 15, 5),
    /** What should be mended, and never stops a drill. */
    ADVICE("", true, 0, 5),
    /** What should be known: there may be nothing to mend. It costs no readiness. */
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

    /** The code of what does not hold. */
    public String code() {
      return code;
    }

    /** Whether the user may say not to stop for it. */
    public boolean isOverridable() {
      return overridable;
    }

    /** How many points of readiness it costs. */
    public int cost(Status status) {
      return switch (status) {
        case MET -> 0;
        case WARNING -> warning;
        case NOT_MET, OVERRIDDEN -> cost;
      };
    }
  }

  /**
   * Creates the gate.
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

  /** Its name, by which it may be overridden. */
  public final String id() {
    return id;
  }

  /** Of what kind it is. */
  public final GateKind kind() {
    return gateKind;
  }

  /** What must hold. */
  public final String sentence() {
    return sentence;
  }

  /** Where that is written. */
  public final String source() {
    return source;
  }

  /** How it is. */
  public abstract GateResult check(GateContext gateContext);

  /** It holds. */
  protected final GateResult met(String text) {
    return new GateResult(id, Status.MET, text, "");
  }

  /** It does not matter enough to stop. */
  protected final GateResult warning(String text, String fix) {
    return new GateResult(id, Status.WARNING, text, fix);
  }

  /**
   * It holds when nothing speaks against it. Where something was not answered, that is told here,
   * and judged by the gate of the questions.
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

  /** A command at the end stays as it is typed. */
  private static String sentence(String fix) {
    String end = fix.contains(": az ") ? "" : ".";
    return fix.substring(0, 1).toUpperCase(Locale.ROOT) + fix.substring(1) + end;
  }

  /** What to do about objections, as sentences. */
  protected static String fixes(List<GuardObjection> objections) {
    return objections.stream()
        .map(GuardObjection::fix)
        .distinct()
        .map(DrillGate::sentence)
        .collect(Collectors.joining(" "));
  }

  /** It does not hold. */
  protected final GateResult notMet(String text, String fix) {
    return new GateResult(id, Status.NOT_MET, text, fix);
  }

  /** It does not hold yet. */
  protected final GateResult settling(String text, String fix) {
    return new GateResult(id, Status.NOT_MET, text, fix, true);
  }
}
