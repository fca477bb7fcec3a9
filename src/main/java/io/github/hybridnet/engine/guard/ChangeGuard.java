package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.SettledResourceReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks everything that can refuse, before anything is begun: locks, rights, running operations,
 * policy and quota. It changes nothing in Azure.
 */
public final class ChangeGuard {
  /** Enough for a cloud that is slow, and an end for one that does not answer. */
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

  private final List<GuardCheck> checks;

  /**
   * A guard of one cloud.
   *
   * @param within how long to wait for the answers to questions that are asked at once
   */
  public ChangeGuard(CloudClient cloudClient, ChangeGuardClient questions, Duration within) {
    this(checks(cloudClient, questions, new OperationCheck(cloudClient, within), within));
  }

  private ChangeGuard(List<GuardCheck> checks) {
    this.checks = checks;
  }

  /**
   * A guard that waits for the end of operations on what the work only uses.
   *
   * @param settled how it waits, and for how long
   */
  public static ChangeGuard waiting(
      CloudClient cloudClient, ChangeGuardClient questions, SettledResourceReader settled) {
    OperationCheck operations = new OperationCheck(cloudClient, USUAL_PATIENCE).after(settled);
    return new ChangeGuard(checks(cloudClient, questions, operations, USUAL_PATIENCE));
  }

  private static List<GuardCheck> checks(
      CloudClient cloudClient,
      ChangeGuardClient questions,
      OperationCheck operations,
      Duration within) {
    return List.of(
        new LockCheck(questions, within),
        new PermissionCheck(questions, within),
        new AuthorizationKeyCheck(cloudClient),
        operations,
        new PreflightCheck(questions));
  }

  /**
   * A guard that also asks whether the sign-in outlasts the work.
   *
   * @param clock the time by which a sign-in ends
   */
  public ChangeGuard withSignIn(Supplier<SignInLifetime> term, InstantSource clock) {
    List<GuardCheck> more = new ArrayList<>(checks);
    more.add(new SignInCheck(term, clock));
    return new ChangeGuard(more);
  }

  /**
   * A guard that also asks whether what is created takes along certificates that have expired.
   *
   * @param clock the time by which a certificate ends
   */
  public ChangeGuard withCertificates(InstantSource clock) {
    List<GuardCheck> more = new ArrayList<>(checks);
    more.add(new RootCertificateCheck(clock));
    return new ChangeGuard(more);
  }

  /**
   * Asks all checks about some work.
   *
   * @return all that speaks against the work; empty when nothing does
   * @throws InterruptedException when the build is stopped
   */
  public List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    List<GuardObjection> objections = new ArrayList<>();
    for (GuardCheck guardCheck : checks) {
      objections.addAll(guardCheck.objections(work));
    }
    return objections;
  }
}
