package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the simulator remembers it, running or finished.
 *
 * @param id its guid, or the job's name for the deletion of a group
 * @param job what it does
 * @param due when it ends, in simulated time
 * @param links which headers the client was given
 * @param outcome its state
 */
public record StoredOperation(
    String id, Job job, Instant due, OperationAnswer.OperationLinks links, Outcome outcome) {

  /**
   * What an operation does.
   *
   * @param handler see {@link ModuleRegistrations#handlerKey}
   * @param name the provider's name for it
   * @param target the resource that the request addressed
   * @param data what the handler wanted to be kept
   */
  public record Job(String handler, String name, ArmId target, ObjectNode data) {

    public boolean puts() {
      return handler.startsWith("PUT ");
    }

    public boolean deletes() {
      return handler.startsWith("DELETE ");
    }
  }

  /**
   * The state of an operation.
   *
   * @param status its status
   * @param error why it failed
   * @param result what an action found out
   */
  public record Outcome(Status status, @Nullable ArmError error, @Nullable JsonNode result) {

    public static final Outcome RUNNING = new Outcome(Status.IN_PROGRESS, null, null);

    public static Outcome succeeded(@Nullable JsonNode result) {
      return new Outcome(Status.SUCCEEDED, null, result);
    }

    public static Outcome failed(ArmError error) {
      return new Outcome(Status.FAILED, error, null);
    }

    public static Outcome canceled(ArmError error) {
      return new Outcome(Status.CANCELED, error, null);
    }
  }

  /** The words of the status body. */
  public enum Status {
    IN_PROGRESS("InProgress"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    CANCELED("Canceled");

    public final String word;

    Status(String word) {
      this.word = word;
    }
  }

  public boolean running() {
    return outcome.status() == Status.IN_PROGRESS;
  }

  public StoredOperation ended(Outcome end) {
    return new StoredOperation(id, job, due, links, end);
  }

  public StoredOperation postponed(Instant later) {
    return new StoredOperation(id, job, later, links, outcome);
  }

  public RunningOperation view() {
    String[] words = job.handler().split(" ", 3);
    String request = words.length < 3 ? words[0] : words[0] + " " + words[2];
    return new RunningOperation(id, job.name(), job.target(), due, request);
  }
}
