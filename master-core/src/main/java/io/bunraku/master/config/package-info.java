// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The configuration contract: the keys of our own YAML file, {@code --set} on the command line and
 * what is read from an existing puppet.conf. Command line beats file beats puppet.conf beats
 * defaults.
 */
@NullMarked
package io.bunraku.master.config;

import org.jspecify.annotations.NullMarked;
