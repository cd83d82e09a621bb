// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object identifiers that Puppet registered under 1.3.6.1.4.1.34380.1, with their short names.
 */
public final class PuppetOids {

  /** Arc of the registered extensions ({@code pp_uuid} ...). */
  public static final String REGISTERED = "1.3.6.1.4.1.34380.1.1";

  /** Arc of a site's own extensions. */
  public static final String PRIVATE = "1.3.6.1.4.1.34380.1.2";

  /** Arc of the extensions that authorise. */
  public static final String AUTHORIZATION = "1.3.6.1.4.1.34380.1.3";

  /** Marks the certificate of a master: its bearer may administer the CA. Never from a request. */
  public static final String CLI_AUTH = AUTHORIZATION + ".39";

  private static final String[] REGISTERED_NAMES = {
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
    "pp_owner"
  };

  private static final Map<String, String> NAMES = names();

  private PuppetOids() {}

  /** Object identifier to short name, for all that have one. */
  public static Map<String, String> shortNames() {
    return NAMES;
  }

  /** The identifier of a short name, or null when there is none of that name. */
  public static @Nullable String oid(String shortName) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(shortName))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** What trusted facts show for an identifier: {@code pp_cli_auth} by number, as Puppet does. */
  public static String trustedName(String oid) {
    return oid.equals(CLI_AUTH) ? oid : NAMES.getOrDefault(oid, oid);
  }

  /** Whether an identifier is one that trusted facts show. */
  public static boolean isTrusted(String oid) {
    return isBelow(oid, REGISTERED) || isBelow(oid, PRIVATE) || isBelow(oid, AUTHORIZATION);
  }

  /** Whether an identifier lies below an arc. */
  public static boolean isBelow(String oid, String arc) {
    return oid.startsWith(arc + ".");
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < REGISTERED_NAMES.length; i++) {
      names.put(REGISTERED + "." + (i + 1), REGISTERED_NAMES[i]);
    }
    names.put(AUTHORIZATION + ".1", "pp_authorization");
    names.put(AUTHORIZATION + ".13", "pp_auth_role");
    names.put(CLI_AUTH, "pp_cli_auth");
    return Collections.unmodifiableMap(names);
  }
}
