package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.junit.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Simulator(speed = 0.001)
class NetworkTest {

  @Test
  void networkIsReadyWhenItsTimeHasCome(SimulatorAccess simulator, SimulatorAdmin admin)
      throws Exception {
    String group =
        "/subscriptions/" + simulator.credentials().subscriptionId() + "/resourceGroups/rg";
    String network = group + "/providers/Microsoft.Network/virtualNetworks/vnet";
    String body =
        "{\"location\":\"westus2\","
            + "\"properties\":{\"addressSpace\":{\"addressPrefixes\":[\"10.0.0.0/16\"]}}}";
    send(simulator, "PUT", group, "{\"location\":\"westus2\"}");
    assertTrue(send(simulator, "PUT", network, body).contains("\"Updating\""));
    assertTrue(send(simulator, "GET", network, "").contains("\"Updating\""));
    admin.advance(Duration.ofMinutes(5));
    assertTrue(send(simulator, "GET", network, "").contains("\"Succeeded\""));
    assertEquals(4, admin.requests().size());
  }

  @Test
  void nothingOfAzuresSdkComesWithTheSimulator() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("com.azure.core.http.HttpClient"));
  }

  private static String send(SimulatorAccess simulator, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.endpoint() + path + "?api-version=2024-05-01"))
            .header("Authorization", "Bearer any")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newBuilder()
        .sslContext(simulator.sslContext())
        .build()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
