package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.GateResult.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One thing that must hold before ExpressRoute is taken away, with where that is written. */
public abstract class Gate {
  private final String id;
  private final Kind kind;
  private final String sentence;
  private final String source;

  /** What kind of thing it is. */
  public enum Kind {
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

    Kind(String code, boolean overridable, int cost, int warning) {
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
   * @param kind of what kind it is
   * @param sentence what must hold
   * @param source where that is written
   */
  protected Gate(String id, Kind kind, String sentence, String source) {
    this.id = id;
    this.kind = kind;
    this.sentence = sentence;
    this.source = source;
  }

  /** Its name, by which it may be overridden. */
  public final String id() {
    return id;
  }

  /** Of what kind it is. */
  public final Kind kind() {
    return kind;
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
  public abstract GateResult check(Situation situation);

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
  protected final GateResult byObjections(List<Objection> objections, String met) {
    List<Objection> refused = objections.stream().filter(Gate::isRefusal).toList();
    if (!refused.isEmpty()) {
      return notMet(texts(refused), fixes(refused));
    }
    return objections.isEmpty() ? met(met) : warning(texts(objections), fixes(objections));
  }

  private static boolean isRefusal(Objection objection) {
    return objection.kind() == Objection.Kind.REFUSED;
  }

  private static String texts(List<Objection> objections) {
    return objections.stream().map(Objection::text).collect(Collectors.joining(" "));
  }

  /** A command at the end stays as it is typed. */
  private static String sentence(String fix) {
    String end = fix.contains(": az ") ? "" : ".";
    return fix.substring(0, 1).toUpperCase(Locale.ROOT) + fix.substring(1) + end;
  }

  /** What to do about objections, as sentences. */
  protected static String fixes(List<Objection> objections) {
    return objections.stream()
        .map(Objection::fix)
        .distinct()
        .map(Gate::sentence)
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
