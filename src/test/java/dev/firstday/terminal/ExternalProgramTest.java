package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalProgramTest {
  @Test
  void a_program_gets_what_it_needs_and_nothing_secret() {
    Map<String, String> needed =
        Map.of(
            "PATH", "/usr/bin",
            "DISPLAY", ":0",
            "XAUTHORITY", "/home/a/.Xauthority",
            "DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus",
            "HTTPS_PROXY", "http://proxy.example:3128",
            "LANG", "ja_JP.UTF-8");
    Map<String, String> environment = new HashMap<>(needed);
    for (String secret :
        List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_PROFILE",
            "GITHUB_TOKEN",
            "NPM_CONFIG_PASSWORD",
            "OPENAI_API_KEY",
            "TF_VAR_db_password",
            "GPG_PASSPHRASE",
            "CLIENT_SECRET")) {
      environment.put(secret, "x");
    }
    environment.put("HTTP_PROXY", "http://who:word@proxy.example:3128");
    environment.put("DATABASE_URL", "postgres://who:word@db.example/x");

    assertEquals(needed, ExternalProgram.builder(List.of("true"), environment).environment());
  }
}
