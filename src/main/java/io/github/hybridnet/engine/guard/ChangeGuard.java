package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.SettledRead;
import io.github.hybridnet.engine.SignInTerm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks everything that can refuse, before anything is begun: locks, rights, running operations,
 * policy and quota. Changes nothing.
 */
public final class ChangeGuard {
  /** Enough for a cloud that is slow, and an end for one that does not answer. */
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

  private final List<Check> checks;

  /**
   * A guard of one cloud.
   *
   * @param within how long to wait for the answers to questions that are asked at once
   */
  public ChangeGuard(Cloud cloud, ChangeQuestions questions, Duration within) {
    this(checks(cloud, questions, new OperationCheck(cloud, within), within));
  }

  private ChangeGuard(List<Check> checks) {
    this.checks = checks;
  }

  /**
   * A guard that waits for the end of operations on what the work only uses.
   *
   * @param settled how it waits, and for how long
   */
  public static ChangeGuard waiting(Cloud cloud, ChangeQuestions questions, SettledRead settled) {
    OperationCheck operations = new OperationCheck(cloud, USUAL_PATIENCE).after(settled);
    return new ChangeGuard(checks(cloud, questions, operations, USUAL_PATIENCE));
  }

  private static List<Check> checks(
      Cloud cloud, ChangeQuestions questions, OperationCheck operations, Duration within) {
    return List.of(
        new LockCheck(questions, within),
        new PermissionCheck(questions, within),
        new AuthorizationCheck(cloud),
        operations,
        new PreflightCheck(questions));
  }

  /**
   * A guard that also asks whether the sign-in outlasts the work.
   *
   * @param clock the time by which a sign-in ends
   */
  public ChangeGuard withSignIn(Supplier<SignInTerm> term, InstantSource clock) {
    List<Check> more = new ArrayList<>(checks);
    more.add(new SignInCheck(term, clock));
    return new ChangeGuard(more);
  }

  /**
   * Asks.
   *
   * @return all that speaks against the work; empty when nothing does
   * @throws InterruptedException when the build is stopped
   */
  public List<Objection> objections(Undertaking work) throws InterruptedException {
    List<Objection> objections = new ArrayList<>();
    for (Check check : checks) {
      objections.addAll(check.objections(work));
    }
    return objections;
  }
}
