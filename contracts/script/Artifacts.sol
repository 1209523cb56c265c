// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// Contracts of other packages that the deployment needs compiled.
import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
