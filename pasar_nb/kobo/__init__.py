"""Survey exports of KoboToolbox and ODK, made pseudonymous and written as tables of the contract."""
