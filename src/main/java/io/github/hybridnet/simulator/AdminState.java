package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.admin.AdminHandler;
import io.github.hybridnet.simulator.admin.AdminSection;
import io.github.hybridnet.simulator.admin.ClockCalls;
import io.github.hybridnet.simulator.admin.DurationCalls;
import io.github.hybridnet.simulator.admin.EventCalls;
import io.github.hybridnet.simulator.admin.FaultCalls;
import io.github.hybridnet.simulator.admin.RequestLog;
import io.github.hybridnet.simulator.admin.RequestLogCalls;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.admin.VariantCalls;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.fault.FaultInjector;
import io.github.hybridnet.simulator.fault.FaultRuleBook;
import io.github.hybridnet.simulator.fault.InvalidRulesException;
import io.github.hybridnet.simulator.fault.RuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the owner of the simulator sees and controls: events, journal and faults. It is never
 * stored.
 */
final class AdminState {
  private final SimulatedClock clock;
  private final DurationTable durationTable;
  private final SimulationEngine simulationEngine;
  private final EventLog events;
  private final FaultRuleBook rules;
  private final RequestLog requestLog;

  /** Begins to listen to the engine and to decide how its operations end. */
  AdminState(SimulatedClock clock, DurationTable durationTable, SimulationEngine simulationEngine) {
    this.clock = clock;
    this.durationTable = durationTable;
    this.simulationEngine = simulationEngine;
    this.events = new EventLog(clock);
    this.rules = new FaultRuleBook(clock, events);
    this.requestLog = new RequestLog(clock);
    simulationEngine.onStateChange(events::add);
    simulationEngine.outcomesBy(rules);
  }

  /**
   * Starts again with the rules of the file, if there is one, and an empty journal.
   *
   * @throws SimulatorException names the file and all its mistakes; then nothing has changed
   */
  void begin(Optional<Path> faults) {
    faults.ifPresentOrElse(this::take, rules::clear);
    requestLog.clear();
  }

  private void take(Path file) {
    try {
      rules.replace(RuleSource.in(file));
    } catch (IOException e) {
      String sentence = "The fault rules in '" + file + "' cannot be read: ";
      throw new SimulatorException(sentence + StartProblems.why(e) + ".", e);
    } catch (InvalidRulesException e) {
      String all = e.problems().stream().map(each -> "\n  " + each).collect(Collectors.joining());
      throw new SimulatorException("The fault rules in '" + file + "' have mistakes:" + all);
    }
  }

  /** The admin endpoints and fault rules for the request router. */
  RequestRouter.Administration administration(
      RequestRouter.Handlers handlers, SimulatorCredentials credentials, StateCalls states) {
    List<AdminSection> sections =
        List.of(
            new ClockCalls(clock, simulationEngine, events),
            new DurationCalls(durationTable),
            new RequestLogCalls(requestLog, simulationEngine),
            new EventCalls(events, simulationEngine),
            new FaultCalls(rules),
            new VariantCalls(simulationEngine.variants()),
            states);
    FaultInjector.TokenServices tokenServices =
        new FaultInjector.TokenServices(handlers.signIn(), handlers.refusals());
    return new RequestRouter.Administration(
        new AdminHandler(credentials.adminToken(), simulationEngine, sections),
        requestLog,
        new FaultInjector(rules, simulationEngine, clock, tokenServices, credentials.clientId()));
  }
}
