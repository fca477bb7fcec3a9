package io.github.hybridnet.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.SealedExamples;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  @ParameterizedTest
  @CsvSource({
    "PT0.04S, 0.0 s",
    "PT3.21S, 3.2 s",
    "PT42S, 42 s",
    "PT3M5S, 3m 05s",
    "PT90M, 1h 30m",
    "PT49H, 49h 00m"
  })
  void durations(Duration duration, String text) {
    assertThat(DurationText.text(duration)).isEqualTo(text);
  }

  @Test
  void eachKindOfEventHasALineOfItsOwnThatNamesTheResource() {
    CloudException failure = CloudException.ofOurs(CloudException.Kind.REFUSED, "Code", "Words.");
    AsyncOperation operation = new AsyncOperation(null, null, "req-9");
    Duration time = Duration.ofSeconds(7);
    EngineEvent begun = new EngineEvent.Started(GATEWAY, EngineEvent.StepAction.REMOVE);
    List<EngineEvent> events =
        SealedExamples.of(
            EngineEvent.class,
            begun,
            new EngineEvent.StillRunning(GATEWAY, EngineEvent.StepAction.UPDATE, time, time),
            new EngineEvent.Retrying(GATEWAY, "Code", "Words.", time),
            new EngineEvent.TookAlternative(GATEWAY, "Code"),
            new EngineEvent.WaitingForOther(GATEWAY, "Updating"),
            new EngineEvent.Reattached(GATEWAY, "Updating", operation),
            new EngineEvent.EarlierFailed(GATEWAY, failure),
            new EngineEvent.Postponed(GATEWAY, "Code"),
            new EngineEvent.Finished(GATEWAY, EngineEvent.StepAction.UPDATE, time),
            new EngineEvent.Failed(GATEWAY, failure, time),
            new EngineEvent.LeftRunning(begun, Optional.of(operation), time),
            new EngineEvent.WaitingForBuild(GATEWAY, CONNECTION),
            new EngineEvent.RollingBack(GATEWAY),
            new EngineEvent.Skipped(GATEWAY, CONNECTION));
    RecordedLines out = new RecordedLines();
    events.forEach(event -> EngineEventText.write(event, out));
    assertThat(out.lines())
        .hasSameSizeAs(events)
        .doesNotHaveDuplicates()
        .allSatisfy(line -> assertThat(line).contains(" virtual network gateway gw: "));
  }

  @Test
  void eachEventHasALine() {
    CloudException failure =
        new CloudException(
            CloudException.Kind.REFUSED,
            "QuotaExceeded",
            "Too many.",
            new CloudException.Answer(400, "req-7", null),
            null);
    AsyncOperation asyncOperation = new AsyncOperation(null, null, "req-9");
    List<EngineEvent> events =
        List.of(
            new EngineEvent.Started(GATEWAY, EngineEvent.StepAction.CREATE),
            new EngineEvent.StillRunning(
                GATEWAY,
                EngineEvent.StepAction.CREATE,
                Duration.ofMinutes(12),
                Duration.ofMinutes(90)),
            new EngineEvent.Finished(
                GATEWAY, EngineEvent.StepAction.UPDATE, Duration.ofSeconds(95)),
            new EngineEvent.Failed(GATEWAY, failure, Duration.ofSeconds(2)),
            new EngineEvent.Retrying(
                GATEWAY, "RetryableError", "A retryable error occurred.", Duration.ofSeconds(11)),
            new EngineEvent.TookAlternative(GATEWAY, "PublicIpForGatewayIsRequired"),
            new EngineEvent.WaitingForOther(GATEWAY, "Updating"),
            new EngineEvent.Skipped(CONNECTION, GATEWAY),
            new EngineEvent.Started(CONNECTION, EngineEvent.StepAction.REMOVE),
            new EngineEvent.Finished(
                CONNECTION, EngineEvent.StepAction.REMOVE, Duration.ofSeconds(11)),
            new EngineEvent.Reattached(GATEWAY, "Deleting", asyncOperation),
            new EngineEvent.EarlierFailed(GATEWAY, failure),
            new EngineEvent.Postponed(GATEWAY, "AnotherOperationInProgress"),
            new EngineEvent.WaitingForBuild(CONNECTION, GATEWAY));
    RecordedLines out = new RecordedLines();
    events.forEach(e -> EngineEventText.write(e, out));
    assertThat(out.lines())
        .containsExactly(
            "INFO virtual network gateway gw: creating",
            "INFO virtual network gateway gw: still creating, 12m 00s elapsed, limit 1h 30m",
            "INFO virtual network gateway gw: updated in 1m 35s",
            "ERROR virtual network gateway gw: failed after 2.0 s: (QuotaExceeded) Too many"
                + " [request id req-7]",
            "WARN virtual network gateway gw: Azure is not ready (RetryableError); trying again in"
                + " 11 s. Azure reports: A retryable error occurred.",
            "INFO virtual network gateway gw: Azure requires another configuration"
                + " (PublicIpForGatewayIsRequired), which is created instead",
            "INFO virtual network gateway gw: another operation is changing this resource"
                + " (Updating); waiting for it to finish",
            "WARN connection cn: not tried, because of the virtual network gateway 'gw'",
            "INFO connection cn: removing",
            "INFO connection cn: removed in 11 s",
            "INFO virtual network gateway gw: an operation of an earlier run is still running"
                + " (Deleting); waiting for it to finish",
            "WARN virtual network gateway gw: the operation of an earlier run failed:"
                + " (QuotaExceeded) Too many [request id req-7]",
            "WARN virtual network gateway gw: the other gateway blocks this one"
                + " (AnotherOperationInProgress); continuing with one gateway at a time",
            "INFO connection cn: another goal of this build is writing the virtual network gateway"
                + " 'gw'; waiting for it to finish");
  }

  @Test
  void aStoppedBuildSaysWhatGoesOn() {
    EngineEvent creating = new EngineEvent.Started(GATEWAY, EngineEvent.StepAction.CREATE);
    EngineEvent other = new EngineEvent.WaitingForOther(GATEWAY, "Updating");
    AsyncOperation asyncOperation =
        new AsyncOperation("https://management.azure.com/operations/1", null, "req-7");
    AsyncOperation nameless = new AsyncOperation(null, null, null);
    Duration elapsed = Duration.ofSeconds(725);
    RecordedLines out = new RecordedLines();
    List.of(
            new EngineEvent.LeftRunning(creating, Optional.of(asyncOperation), elapsed),
            new EngineEvent.LeftRunning(creating, Optional.of(nameless), elapsed),
            new EngineEvent.LeftRunning(creating, Optional.empty(), elapsed),
            new EngineEvent.LeftRunning(other, Optional.of(asyncOperation), elapsed),
            new EngineEvent.LeftRunning(other, Optional.empty(), elapsed))
        .forEach(e -> EngineEventText.write(e, out));
    assertThat(out.lines())
        .containsExactly(
            "WARN virtual network gateway gw: creating for 12m 05s; the operation continues in"
                + " Azure [request id req-7]; run the goal again to wait for it",
            "WARN virtual network gateway gw: creating for 12m 05s; the operation continues in"
                + " Azure; run the goal again to wait for it",
            "WARN virtual network gateway gw: creating for 12m 05s; it is not known whether Azure"
                + " accepted the request; run the goal again to check",
            "WARN virtual network gateway gw: stopped waiting while another operation is changing"
                + " this resource (Updating); the operation continues in Azure [request id req-7];"
                + " run the goal again to wait for it",
            "WARN virtual network gateway gw: stopped waiting while another operation is changing"
                + " this resource (Updating); the operation continues in Azure; run the goal again"
                + " to wait for it");
  }

  @Test
  void findingsHavePlaceFixAndSource() {
    Finding error =
        new Finding(
            "HN2001",
            Severity.ERROR,
            "It is wrong.",
            new SourceLocation("vnet.json", 7, 3, "/x"),
            "mend it",
            "a page");
    Finding warning =
        new Finding("HN2002", Severity.WARNING, "Odd.", SourceLocation.of("pom.xml"), "look", null);
    RecordedLines out = new RecordedLines();
    FindingText.write(List.of(error, warning), out);
    assertThat(out.lines())
        .containsExactly(
            "ERROR vnet.json:7:3 HN2001 It is wrong.",
            "ERROR     Fix: mend it",
            "ERROR     Source: a page",
            "WARN pom.xml HN2002 Odd.",
            "WARN     Fix: look");
    assertThat(FindingText.summary(List.of(error, warning, warning)))
        .isEqualTo("1 error, 2 warnings");
  }

  @Test
  void aPlanShowsWhatDiffers() {
    Plan plan =
        new Plan(
            List.of(
                change(GATEWAY, ResourceChange.Action.CREATE, List.of()),
                change(
                    CONNECTION,
                    ResourceChange.Action.UPDATE,
                    List.of(new PropertyDifference("properties.routingWeight", "10", "0")))));
    assertThat(PlanText.lines(plan))
        .containsExactly(
            "Plan: 1 to create, 1 to update, 0 to replace, 0 to delete, 0 unchanged",
            "  (differences: actual -> declared)",
            "  + virtual network gateway gw",
            "  ~ connection cn",
            "      properties.routingWeight: 0 -> 10");
  }

  private static ResourceChange change(
      ResourceKey key, ResourceChange.Action action, List<PropertyDifference> differences) {
    DeclaredResource desired =
        new DeclaredResource(key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key));
    ActualResource actual = new ActualResource(key, null, "Succeeded", Map.of(), Map.of());
    return new ResourceChange(action, desired, actual, differences);
  }

  @Test
  void tablesAreAligned() {
    assertThat(new TextTable("A", "LONGER").row("value", "x").row("v", "").lines())
        .containsExactly("A      LONGER", "value  x", "v");
  }
}
