package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class GroupTest {
  private final URI group =
      URI.create(
          System.getProperty("endpoint")
              + "/subscriptions/"
              + System.getProperty("subscription")
              + "/resourceGroups/rg?api-version=2024-05-01");

  private int send(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(group)
            .header("Authorization", "Bearer any")
            .method(method, HttpRequest.BodyPublishers.ofString("{\"location\":\"westus2\"}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void groupIsThereIfItIsExpected() throws Exception {
    assertNotEquals(System.getProperty("endpoint"), System.getProperty("second"));
    int before = send("HEAD");
    send("PUT");
    assertEquals(Integer.parseInt(System.getProperty("expected")), before);
  }
}
