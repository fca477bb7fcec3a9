package io.github.hybridnet.simulator.variant.answer;

import io.github.hybridnet.simulator.arm.engine.RequestSubject;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.VariantChoice;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Resource Manager whose answers are as the chosen variants want them. */
public final class AnswerVariants implements RequestHandler {
  /** The last one changes the letters by which the others know types and members. */
  private final List<AnswerStep> steps;

  private final SimulationEngine simulationEngine;
  private final VariantSelection variantSelection;
  private final Supplier<Instant> clock;
  private final RequestHandler next;

  /**
   * Changes the answers of a handler.
   *
   * @param simulationEngine knows what requests are about
   * @param variantSelection what is played
   * @param clock simulated time
   * @param next answers all requests
   */
  public AnswerVariants(
      SimulationEngine simulationEngine,
      VariantSelection variantSelection,
      Supplier<Instant> clock,
      RequestHandler next) {
    this.simulationEngine = simulationEngine;
    this.variantSelection = variantSelection;
    this.clock = clock;
    this.next = next;
    this.steps =
        List.of(
            new SettlingStateStep(simulationEngine),
            new HiddenMembersStep(),
            new EtagStep(),
            new ListMembersStep(),
            new UnknownValuesStep(),
            new EmptyMembersStep(),
            new ListOrderStep(),
            new UnknownMembersStep(),
            new LetterCaseStep());
  }

  @Override
  public ServerResponse handle(ServerRequest serverRequest) {
    VariantChoice choice = variantSelection.current();
    if (choice.isUsual()) {
      return next.handle(serverRequest);
    }
    RequestSubject subject = simulationEngine.addressed(serverRequest.segments());
    AnsweredCall call = new AnsweredCall(serverRequest, subject, choice, clock.get());
    ServerResponse answer = next.handle(serverRequest).copy();
    for (AnswerStep step : steps) {
      answer = step.apply(call, answer);
    }
    return answer;
  }
}
