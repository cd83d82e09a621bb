// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.file.FileBucket;
import io.bunraku.master.file.FileServer;
import io.bunraku.master.monitor.MasterStatus;
import io.bunraku.storeconfig.FactStore;
import io.bunraku.storeconfig.ReportStore;

/**
 * What the HTTP API serves.
 *
 * @param environments environments of the codedir
 * @param catalogs compiles
 * @param files mounts
 * @param bucket backups of agents
 * @param facts uploads of facts
 * @param reports uploads of reports
 * @param authority the CA
 * @param status what probes see
 */
public record MasterServices(
    Environments environments,
    CatalogService catalogs,
    FileServer files,
    FileBucket bucket,
    FactStore facts,
    ReportStore reports,
    CertificateAuthority authority,
    MasterStatus status) {}
