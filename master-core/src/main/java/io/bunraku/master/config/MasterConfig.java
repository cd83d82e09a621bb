// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import io.bunraku.compiler.LanguageOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a master was told. Immutable; made by {@link ConfigLoader}.
 *
 * @param certname this master's name, lower case
 * @param listen where TLS is spoken
 * @param plainListen where plain HTTP is spoken for a balancer that ends TLS, or null for nowhere
 * @param trustedProxies CIDR blocks whose {@code X-Client-*} headers count
 * @param codedir holds {@code environments/}
 * @param ssldir this master's key, certificate and its copies of CA bundle and CRL
 * @param vardir what it keeps on this machine
 * @param environmentTimeout how long code is taken as unchanged
 * @param store the backend
 * @param autosign {@code true}, {@code false}, or a path of globs or of an executable
 * @param authConf an auth.conf instead of the packaged rules, or null
 * @param options language version, strict and strict_variables
 * @param storeconfigs whether collectors see exports of other nodes
 * @param collectorScope whose exports those are
 * @param lifetimes how long what nodes leave behind is kept
 * @param basemodulepath directories of modules that all environments see
 * @param hieraConfig the global layer's hiera.yaml; it need not exist
 * @param nodeTerminus where classification comes from
 * @param externalNodes the program of {@code node-terminus: exec} with its arguments, or null
 * @param serverFacts what {@code $server_facts} says instead of what this machine has, by name; an
 *     empty value takes a fact away
 * @param altNames further names in the certificate that this master makes for itself
 * @param plugins directory of further backends, or null for none; it need not exist
 */
public record MasterConfig(
    String certname,
    ListenAddress listen,
    @Nullable ListenAddress plainListen,
    List<String> trustedProxies,
    Path codedir,
    Path ssldir,
    Path vardir,
    EnvironmentTimeout environmentTimeout,
    StoreConfig store,
    String autosign,
    @Nullable Path authConf,
    LanguageOptions options,
    boolean storeconfigs,
    CollectorScope collectorScope,
    Lifetimes lifetimes,
    List<Path> basemodulepath,
    Path hieraConfig,
    NodeTerminus nodeTerminus,
    @Nullable String externalNodes,
    Map<String, String> serverFacts,
    List<String> altNames,
    @Nullable Path plugins) {

  public MasterConfig {
    trustedProxies = List.copyOf(trustedProxies);
    basemodulepath = List.copyOf(basemodulepath);
    serverFacts = Map.copyOf(serverFacts);
    altNames = List.copyOf(altNames);
  }

  /** The directory that holds one directory an environment. */
  public Path environmentPath() {
    return codedir.resolve("environments");
  }
}
