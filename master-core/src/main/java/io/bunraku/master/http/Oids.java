// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puppet's certificate extensions: arcs and short names. */
public final class Oids {

  /** Extensions that trusted facts show. */
  static final List<String> ARCS =
      List.of("1.3.6.1.4.1.34380.1.1.", "1.3.6.1.4.1.34380.1.2.", "1.3.6.1.4.1.34380.1.3.");

  /** What the CA gives to its masters only. */
  static final String CLI_AUTH = "1.3.6.1.4.1.34380.1.3.39";

  private static final List<String> REGISTERED =
      List.of(
          "pp_uuid",
          "pp_instance_id",
          "pp_image_name",
          "pp_preshared_key",
          "pp_cost_center",
          "pp_product",
          "pp_project",
          "pp_application",
          "pp_service",
          "pp_employee",
          "pp_created_by",
          "pp_environment",
          "pp_role",
          "pp_software_version",
          "pp_department",
          "pp_cluster",
          "pp_provisioner",
          "pp_region",
          "pp_datacenter",
          "pp_zone",
          "pp_network",
          "pp_securitypolicy",
          "pp_cloudplatform",
          "pp_apptier",
          "pp_hostname",
          "pp_owner");

  private static final Map<String, String> BY_NAME = byName();
  private static final Map<String, String> NAMES = names();

  private Oids() {}

  private static Map<String, String> byName() {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < REGISTERED.size(); i++) {
      map.put(REGISTERED.get(i), ARCS.getFirst() + (i + 1));
    }
    map.put("pp_authorization", "1.3.6.1.4.1.34380.1.3.1");
    map.put("pp_auth_role", "1.3.6.1.4.1.34380.1.3.13");
    map.put("pp_cli_auth", CLI_AUTH);
    return Map.copyOf(map);
  }

  private static Map<String, String> names() {
    Map<String, String> map = new TreeMap<>();
    BY_NAME.forEach((name, oid) -> map.put(oid, name));
    map.remove(CLI_AUTH); // Puppet's trusted facts show it by number
    return Map.copyOf(map);
  }

  /** The OID of a short name, or null when there is none of that name. */
  public static @Nullable String oid(String shortName) {
    return BY_NAME.get(shortName);
  }

  /** The short name that trusted facts show, or the OID itself. */
  public static String displayName(String oid) {
    return NAMES.getOrDefault(oid, oid);
  }
}
